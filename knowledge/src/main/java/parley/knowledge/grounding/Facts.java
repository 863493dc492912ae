package parley.knowledge.grounding;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a statement can be looked up in its sources: addresses, quoted words, dates, numbers and
 * names.
 */
final class Facts {

  /** A web or mail address, or an account's name: what planted instructions want followed. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "https?://\\S+|www\\.\\S+|\\S+@\\S+|(?<!\\S)@\\w+|\\b[\\p{L}\\d-]{2,}(?:\\.[a-z]{2,})+\\b");

  private final String statement;
  private final List<DateMention> dates;
  private final List<Quantity> quantities;
  private final Sources cited;
  private final Sources others;
  private final Figures figures;
  private final Figures otherFigures;
  private final List<String> namesNotCited;
  private final List<String> namesNowhere;

  Facts(String statement, Sources cited, Sources others, Predicate<String> isCommon) {
    DatedText dated = DatedText.of(statement);
    this.statement = statement;
    this.dates = dated.dates();
    this.quantities = Quantities.in(dated.rest());
    this.cited = cited;
    this.others = others;
    this.figures = new Figures(cited.toldAndAround());
    this.otherFigures = new Figures(others.told());
    String unquoted = Quotations.blanked(statement);
    this.namesNotCited = new NamedIn(cited.toldAndAround(), isCommon).missingOf(unquoted);
    this.namesNowhere =
        namesNotCited.isEmpty()
            ? List.of()
            : new NamedIn(cited.toldAndAround() + "\n" + others.told(), isCommon)
                .missingOf(unquoted);
  }

  /** The first that is wrong, or {@link Verdict#SUPPORTED}. */
  Verdict verdict() {
    return Stream.<Map.Entry<Verdict, Boolean>>of(
            Map.entry(Verdict.UNKNOWN_ADDRESS, hasUnknownAddress()),
            Map.entry(Verdict.UNKNOWN_QUOTE, hasUnknownQuote()),
            Map.entry(
                Verdict.UNKNOWN_DATE,
                !dates.stream().allMatch(d -> cited.give(d) || others.give(d))),
            Map.entry(Verdict.UNKNOWN_NUMBER, quantities.stream().anyMatch(this::isUnknown)),
            Map.entry(Verdict.UNKNOWN_NAME, hasUnknownName()))
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(Verdict.SUPPORTED);
  }

  private boolean hasUnknownAddress() {
    return !ADDRESS
        .matcher(statement)
        .results()
        .allMatch(found -> cited.told().contains(found.group()));
  }

  private boolean hasUnknownQuote() {
    String folded = Quotations.folded(cited.toldAndAround());
    return !Quotations.in(statement).allMatch(parts -> Quotations.standIn(folded, parts));
  }

  /** A small count in words may be the reader's own; the model looks at those. */
  private boolean isUnknown(Quantity claimed) {
    return figures.of(claimed, otherFigures) == Standing.MISSING && !Figures.isCountable(claimed);
  }

  private boolean hasUnknownName() {
    return namesNowhere.stream().anyMatch(name -> !NamedIn.isDoubtful(name, statement));
  }

  Sources cited() {
    return cited;
  }

  Sources others() {
    return others;
  }

  Figures figures() {
    return figures;
  }

  /** How many of the statement's numbers stand in its evidence in this way. */
  double numbers(Standing standing) {
    Map<Standing, Long> counts =
        quantities.stream()
            .map(claimed -> figures.of(claimed, otherFigures))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return counts.getOrDefault(standing, 0L);
  }

  /** How many of its dates are not in what is cited, but elsewhere. */
  double datesElsewhere() {
    return dates.stream().filter(date -> !cited.give(date)).count();
  }

  /** How many words of its names are not in what is cited, nor around it. */
  double namesElsewhere() {
    return namesNotCited.size();
  }
}
