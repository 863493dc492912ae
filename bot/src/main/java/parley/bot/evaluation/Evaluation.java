package parley.bot.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import parley.knowledge.KnowledgeBase;
import parley.knowledge.Question;

/** Asks a set of questions and tells how many were answered rightly, cited rightly and refused. */
public final class Evaluation {

  private final List<Verdict> verdicts;

  private Evaluation(List<Verdict> verdicts) {
    this.verdicts = List.copyOf(verdicts);
  }

  /**
   * Asks every question of a file.
   *
   * @param file JSON lines with id, kind, question, history, answers and supports
   * @param question reads the question of a line
   * @throws IllegalArgumentException if the file cannot be read
   */
  public static Evaluation of(
      Path file, Function<JsonNode, Question> question, KnowledgeBase knowledge) {
    ObjectMapper mapper = new ObjectMapper();
    List<Verdict> verdicts = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank()) {
          JsonNode json = mapper.readTree(line);
          ExpectedAnswer expected = ExpectedAnswer.of(json, question.apply(json));
          verdicts.add(Verdict.of(expected, knowledge.ask(expected.question()), knowledge));
        }
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: name a file of JSON lines", e);
    }
    return new Evaluation(verdicts);
  }

  /** Prints a row for each kind of question, the sums, and the misses. */
  public void print(PrintWriter out) {
    Map<String, List<Verdict>> byKind =
        verdicts.stream()
            .collect(
                Collectors.groupingBy(v -> v.expected().kind(), TreeMap::new, Collectors.toList()));
    out.printf(
        "%-18s %9s %8s %8s %8s %6s%n", "kind", "questions", "right", "text", "cited", "words");
    byKind.forEach((kind, of) -> out.println(row(kind, of)));
    out.println(row("answerable", only(v -> v.expected().isAnswerable())));
    out.println(row("unanswerable", only(v -> !v.expected().isAnswerable())));
    out.printf("median %.1f ms an answer%n", medianMilliseconds());
    only(v -> !v.isRight()).forEach(miss -> out.println(miss(miss)));
  }

  private List<Verdict> only(Predicate<Verdict> which) {
    return verdicts.stream().filter(which).toList();
  }

  private static String row(String kind, List<Verdict> of) {
    return "%-18s %9d %7.1f%% %7.1f%% %7.1f%% %6.0f"
        .formatted(
            kind,
            of.size(),
            percent(of, Verdict::isRight),
            percent(of, Verdict::rightText),
            percent(of, Verdict::rightCitation),
            of.stream().mapToInt(Verdict::words).average().orElse(0));
  }

  private static double percent(List<Verdict> of, Predicate<Verdict> which) {
    return of.isEmpty() ? 100 : 100.0 * of.stream().filter(which).count() / of.size();
  }

  private double medianMilliseconds() {
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
