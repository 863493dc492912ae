package parley.bot.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How a group of questions was answered. Shares are in percent, 0 to 100.
 *
 * @param name the group's
 * @param questions how many there are
 * @param right answered and cited rightly, in few words; or refused, where that is right
 * @param text the answer holds what it must
 * @param first the first statement does so alone
 * @param cited a cited paragraph supports it
 * @param words of an answer, on average
 */
record Score(
    String name,
    int questions,
    double right,
    double text,
    double first,
    double cited,
    double words) {

  /** The groups whose loss a comparison fails on. */
  static final String ANSWERABLE = "answerable";

  static final String UNANSWERABLE = "unanswerable";

  /** A score for each kind of question, by name, and then the sums. */
  static List<Score> all(List<Verdict> verdicts) {
    Map<String, List<Verdict>> byKind =
        verdicts.stream()
            .collect(
                Collectors.groupingBy(v -> v.expected().kind(), TreeMap::new, Collectors.toList()));
    List<Score> scores = new ArrayList<>();
    byKind.forEach((kind, of) -> scores.add(of(kind, of)));
    scores.addAll(sums(verdicts));
    return scores;
  }

  /** The scores of what can be answered and of what cannot. */
  static List<Score> sums(List<Verdict> verdicts) {
    return List.of(
        of(ANSWERABLE, verdicts.stream().filter(v -> v.expected().isAnswerable()).toList()),
        of(UNANSWERABLE, verdicts.stream().filter(v -> !v.expected().isAnswerable()).toList()));
  }

  private static Score of(String name, List<Verdict> verdicts) {
    return new Score(
        name,
        verdicts.size(),
        percent(verdicts, Verdict::isRight),
        percent(verdicts, Verdict::rightText),
        percent(verdicts, Verdict::rightFirst),
        percent(verdicts, Verdict::rightCitation),
        verdicts.stream().mapToInt(Verdict::words).average().orElse(0));
  }

  private static double percent(List<Verdict> of, Predicate<Verdict> which) {
    return of.isEmpty() ? 100 : 100.0 * of.stream().filter(which).count() / of.size();
  }
}
