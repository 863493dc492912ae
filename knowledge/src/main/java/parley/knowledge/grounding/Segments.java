package parley.knowledge.grounding;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Which words of a text go with which of its numbers. */
final class Segments {

  /** "29 Armenians and 17 Azerbaijanis": what stands between these goes with one number. */
  private static final Pattern BREAK =
      Pattern.compile(
          "[,;:)(](?=\\s)| [–—-] | (?:and|or|but|while|whereas|against|with|versus|than)(?= )",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern STOP = Pattern.compile("[.!?][”\"’)]?(?=\\s|$)|\\R");

  private final Reading reading;
  private final List<Quantity> quantities;
  private final int[] breaks;
  private final int[] stops;

  Segments(Reading reading, List<Quantity> quantities) {
    this.reading = reading;
    this.quantities = quantities;
    this.breaks = BREAK.matcher(reading.text()).results().mapToInt(m -> m.start()).toArray();
    this.stops = STOP.matcher(reading.text()).results().mapToInt(m -> m.end()).toArray();
  }

  List<Quantity> quantities() {
    return quantities;
  }

  /** Indexes of the words that go with the number, other numbers left out. */
  int[] wordsOf(Quantity number) {
    int from = last(stops, number.start(), 0);
    int to = next(stops, number.end(), reading.text().length());
    int end = next(breaks, number.end(), to);
    boolean isLast = true;
    for (Quantity other : quantities) {
      if (other.start() < number.start() && other.end() > from) {
        from = Math.max(from, Math.min(next(breaks, other.end(), number.start()), number.start()));
      }
      isLast &= other.start() <= number.start() || other.start() >= to;
    }
    return within(Math.min(from, segmentStart(number)), isLast ? to : Math.min(end, to));
  }

  /** Indexes of the two words behind the number. */
  int[] wordsBehind(Quantity number) {
    return IntStream.of(within(number.end(), next(breaks, number.end(), reading.text().length())))
        .limit(2)
        .toArray();
  }

  private int segmentStart(Quantity number) {
    return Math.max(last(breaks, number.start(), 0), last(stops, number.start(), 0));
  }

  private int[] within(int from, int to) {
    return reading.between(from, to).filter(i -> !reading.words().get(i).numeric()).toArray();
  }

  private static int last(int[] offsets, int before, int otherwise) {
    return IntStream.of(offsets).filter(offset -> offset <= before).max().orElse(otherwise);
  }

  private static int next(int[] offsets, int from, int otherwise) {
    return IntStream.of(offsets).filter(offset -> offset >= from).min().orElse(otherwise);
  }
}
