package parley.knowledge.grounding;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import parley.knowledge.grounding.Quantity.Unit;

/** The numbers of a passage, and what follows from them. */
final class Figures {

  /** "Roughly two thirds" of 412 may be 267: in hundredths. */
  private static final double ABOUT = 2.5;

  /** What people count themselves and write as a word. */
  private static final int COUNTED_BY_HAND = 12;

  private static final String NAME = "\\p{Lu}[\\p{L}’'-]*(?: \\p{Lu}[\\p{L}’'-]*)*";
  private static final String NEXT = ", and |, | and | or ";

  /** "Asteral, Bohun and Deshmere", however long each name is. */
  private static final Pattern LIST =
      Pattern.compile(NAME + "(?:(?:" + NEXT + ")(?:the )?" + NAME + ")+");

  private final List<Quantity> quantities;
  private final double[] counts;
  private final Set<Integer> listed;

  Figures(String text) {
    DatedText dated = DatedText.of(text);
    quantities = Quantities.offeredBy(dated.rest());
    counts = counts(dated);
    listed =
        LIST.matcher(text)
            .results()
            .map(list -> list.group().split(NEXT, -1).length)
            .collect(Collectors.toSet());
  }

  private double[] counts(DatedText dated) {
    DoubleStream years =
        dated.dates().stream()
            .map(DateMention::year)
            .filter(Objects::nonNull)
            .mapToDouble(Integer::doubleValue);
    DoubleStream numbers =
        quantities.stream().filter(q -> q.unit() != Unit.SHARE).mapToDouble(Quantity::value);
    return DoubleStream.concat(numbers, years).distinct().toArray();
  }

  Standing of(Quantity claimed, Figures elsewhere) {
    if (states(claimed)) {
      return Standing.STATED;
    }
    if (implies(claimed)) {
      return Standing.DERIVED;
    }
    return elsewhere.states(claimed) ? Standing.ELSEWHERE : Standing.MISSING;
  }

  /** Whether the number is there or follows. */
  boolean yields(Quantity claimed) {
    return states(claimed) || implies(claimed);
  }

  private boolean states(Quantity claimed) {
    return quantities.stream().anyMatch(claimed::says)
        || (claimed.unit() != Unit.SHARE
            && Arrays.stream(counts).anyMatch(count -> Quantity.isNear(count, claimed.value(), 0)));
  }

  private boolean implies(Quantity claimed) {
    return quantities.stream().anyMatch(claimed::rounds)
        || (isCountable(claimed) && listed.contains((int) claimed.value()))
        || (claimed.unit() == Unit.SHARE ? isRatio(claimed) : isSumOrRest(claimed));
  }

  /** Whether its writer may have counted it, or guessed it, and so wrote it as a word. */
  static boolean isCountable(Quantity claimed) {
    return claimed.spelt() && (claimed.unit() == Unit.SHARE || claimed.value() <= COUNTED_BY_HAND);
  }

  private boolean isRatio(Quantity claimed) {
    return ofPairs((one, other) -> 100 * one / other)
        .anyMatch(ratio -> Math.abs(ratio - claimed.value()) <= ABOUT);
  }

  private boolean isSumOrRest(Quantity claimed) {
    return DoubleStream.concat(
            ofPairs((one, other) -> one + other), ofPairs((one, other) -> one - other))
        .anyMatch(result -> Quantity.isNear(result, claimed.value(), 0));
  }

  private DoubleStream ofPairs(DoubleBinaryOperator operator) {
    return Arrays.stream(counts)
        .flatMap(
            one ->
                Arrays.stream(counts)
                    .filter(other -> other != one && other != 0)
                    .map(other -> operator.applyAsDouble(one, other)));
  }
}
