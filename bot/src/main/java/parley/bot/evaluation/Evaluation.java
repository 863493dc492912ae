package parley.bot.evaluation;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import parley.knowledge.KnowledgeBase;

/** Asks a set of questions and tells how many were answered rightly, cited rightly and refused. */
public final class Evaluation {

  private final List<Verdict> verdicts;

  Evaluation(List<Verdict> verdicts) {
    this.verdicts = List.copyOf(verdicts);
  }

  /** Asks every question of a set, one after the other. */
  public static Evaluation of(QuestionSet set, KnowledgeBase knowledge) {
    return new Evaluation(
        set.questions().stream()
            .map(expected -> Verdict.of(expected, knowledge.ask(expected.question()), knowledge))
            .toList());
  }

  List<Verdict> verdicts() {
    return verdicts;
  }

  /** What went wrong, in the set's order. */
  List<Verdict> misses() {
    return verdicts.stream().filter(verdict -> !verdict.isRight()).toList();
  }

  /** Prints a row for each kind of question, the sums, and the misses. */
  public void print(PrintWriter out) {
    out.printf(
        "%-18s %9s %8s %8s %8s %8s %6s%n",
        "kind", "questions", "right", "text", "first", "cited", "words");
    Score.all(verdicts).forEach(score -> out.println(row(score)));
    out.printf("median %.1f ms an answer%n", medianMilliseconds());
    misses().forEach(miss -> out.println(miss(miss)));
  }

  /**
   * Saves which questions were answered rightly, to compare a later run with.
   *
   * @throws IllegalArgumentException if the file cannot be written
   */
  public void save(Path file) {
    SavedRun.write(this, file);
  }

  /**
   * Prints what is better and worse than in a run that was saved.
   *
   * @return whether fewer questions came out right, of those that can be answered or of those that
   *     cannot
   * @throws IllegalArgumentException if the file cannot be read or is no saved run
   */
  public boolean isWorseThan(Path baseline, PrintWriter out) {
    Comparison comparison = Comparison.of(this, SavedRun.read(baseline));
    comparison.print(out);
    return comparison.isLoss();
  }

  /**
   * Draws the results as a page that stands alone.
   *
   * @param title what was asked, of which documents
   * @throws IllegalArgumentException if the file cannot be written
   */
  public void draw(Path file, String title) {
    HtmlReport.write(this, title, file);
  }

  private static String row(Score score) {
    return "%-18s %9d %7.1f%% %7.1f%% %7.1f%% %7.1f%% %6.0f"
        .formatted(
            score.name(),
            score.questions(),
            score.right(),
            score.text(),
            score.first(),
            score.cited(),
            score.words());
  }

  /** How long an answer took, at the median. */
  double medianMilliseconds() {
    double[] sorted =
        verdicts.stream().mapToDouble(v -> v.answer().time().toNanos() / 1e6).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  private static String miss(Verdict verdict) {
    return "miss %s: %s%n  -> %s"
        .formatted(
            verdict.expected().id(),
            verdict.expected().question().text(),
            verdict.answer().text().replace('\n', ' '));
  }
}
