package parley.bot.evaluation;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a run does better and worse than one before it, on the questions that both were asked.
 *
 * @param lost answered rightly before and no more
 * @param gained answered rightly now and not before
 * @param compared how many questions both were asked
 * @param isLoss whether fewer are right than before, of those that can be answered or of those that
 *     cannot
 */
record Comparison(List<Verdict> lost, List<Verdict> gained, int compared, boolean isLoss) {

  Comparison {
    lost = List.copyOf(lost);
    gained = List.copyOf(gained);
  }

  /** Compares a run with one before it. */
  static Comparison of(Evaluation now, SavedRun before) {
    List<Verdict> shared =
        now.verdicts().stream().filter(v -> before.right().containsKey(v.expected().id())).toList();
    Predicate<Verdict> wasRight = verdict -> before.right().get(verdict.expected().id());
    List<Verdict> lost =
        shared.stream().filter(wasRight.and(verdict -> !verdict.isRight())).toList();
    List<Verdict> gained = shared.stream().filter(wasRight.negate().and(Verdict::isRight)).toList();
    return new Comparison(
        lost, gained, shared.size(), isLoss(lost, gained, true) || isLoss(lost, gained, false));
  }

  private static boolean isLoss(List<Verdict> lost, List<Verdict> gained, boolean answerable) {
    return count(lost, answerable) > count(gained, answerable);
  }

  private static long count(List<Verdict> verdicts, boolean answerable) {
    return verdicts.stream()
        .filter(verdict -> verdict.expected().isAnswerable() == answerable)
        .count();
  }

  /** Prints what changed. */
  void print(PrintWriter out) {
    out.printf(
        "against the baseline: %d questions compared, %d gained, %d lost: %s%n",
        compared, gained.size(), lost.size(), isLoss ? "a loss" : "no loss");
    gained.forEach(verdict -> out.println("gained " + named(verdict)));
    lost.forEach(verdict -> out.println("lost " + named(verdict)));
  }

  private static String named(Verdict verdict) {
    return verdict.expected().id() + ": " + verdict.expected().question().text();
  }
}
