package parley.knowledge.grounding;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Passages together.
 *
 * @param each what each of them tells, without what it bids a machine to do
 * @param bidden what they bid a machine to do
 * @param around their titles and the like
 * @param dates that they give, or that they were published at
 */
record Sources(List<String> each, String bidden, String around, List<DateMention> dates) {

  Sources {
    each = List.copyOf(each);
    dates = List.copyOf(dates);
  }

  static Sources of(List<Evidence> passages) {
    return new Sources(
        passages.stream().map(passage -> Instructions.without(passage.text())).toList(),
        passages.stream()
            .map(passage -> Instructions.in(passage.text()))
            .collect(Collectors.joining(" ")),
        passages.stream().map(Evidence::around).distinct().collect(Collectors.joining("\n")),
        passages.stream().flatMap(Sources::dates).toList());
  }

  private static Stream<DateMention> dates(Evidence passage) {
    String told = Instructions.without(passage.text()) + "\n" + passage.around();
    Stream<DateMention> published = Stream.ofNullable(passage.published()).map(DateMention::of);
    Stream<DateMention> mentioned =
        DatedText.of(told).dates().stream().map(date -> date.completed(passage.published()));
    return Stream.concat(published, mentioned);
  }

  /** What all of them tell. */
  String told() {
    return String.join("\n\n", each);
  }

  String toldAndAround() {
    return told() + "\n" + around;
  }

  /** Whether one of them gives this date, or was published then. */
  boolean give(DateMention date) {
    return dates.stream().anyMatch(given -> given.covers(date));
  }
}
