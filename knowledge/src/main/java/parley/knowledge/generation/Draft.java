package parley.knowledge.generation;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import parley.knowledge.Citation;
import parley.knowledge.Passage;
import parley.knowledge.Source;
import parley.knowledge.Statement;
import parley.knowledge.retrieval.Likeness;

/**
 * An answer that is being written: statements that passed the check, and citations numbered from 1
 * in the order of first use. What is cited of one passage is one citation. Not thread-safe.
 */
final class Draft {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  /**
   * A statement that was added.
   *
   * @param supporting the passages that it cites
   */
  record Line(String text, List<CitedPassage> supporting) {

    Line {
      supporting = List.copyOf(supporting);
    }
  }

  private final Likeness likeness;
  private final List<Line> lines = new ArrayList<>();
  private final Map<Passage, SupportingRun> runs = new LinkedHashMap<>();

  Draft(Likeness likeness) {
    this.likeness = likeness;
  }

  /** Whether it makes a statement already. */
  boolean says(String text) {
    return lines.stream().anyMatch(line -> line.text().equals(text));
  }

  /** Adds a statement, and a citation for each passage that has none yet. */
  void add(String text, List<CitedPassage> supporting) {
    for (CitedPassage passage : supporting) {
      SupportingRun run = SupportingRun.of(text, passage, likeness);
      runs.merge(passage.passage(), run, SupportingRun::with);
    }
    lines.add(new Line(text, supporting));
  }

  /** What was added, in its order. */
  List<Line> lines() {
    return List.copyOf(lines);
  }

  /**
   * A draft of the other statements.
   *
   * @param numbers those to leave out, from 1
   */
  Draft without(Set<Integer> numbers) {
    if (numbers.isEmpty()) {
      return this;
    }
    Draft rest = new Draft(likeness);
    for (int i = 0; i < lines.size(); i++) {
      if (!numbers.contains(i + 1)) {
        rest.add(lines.get(i).text(), lines.get(i).supporting());
      }
    }
    return rest;
  }

  List<Statement> statements() {
    List<Passage> order = List.copyOf(runs.keySet());
    return lines.stream()
        .map(
            line ->
                new Statement(
                    line.text(),
                    line.supporting().stream()
                        .map(passage -> order.indexOf(passage.passage()) + 1)
                        .toList()))
        .toList();
  }

  List<Citation> citations() {
    List<Citation> citations = new ArrayList<>();
    runs.forEach(
        (passage, run) ->
            citations.add(Citation.of(citations.size() + 1, passage, run.of(passage.text()))));
    return citations;
  }

  /** Those that a statement names. */
  List<Citation> citations(Statement statement) {
    return citations().stream()
        .filter(citation -> statement.citations().contains(citation.number()))
        .toList();
  }

  /** As of when the answer holds, where its documents are of several days; otherwise empty. */
  String asOf() {
    List<LocalDate> days =
        runs.keySet().stream()
            .map(Passage::source)
            .map(Source::date)
            .flatMap(Stream::ofNullable)
            .distinct()
            .sorted()
            .toList();
    return days.size() < 2
        ? ""
        : "As of %s; the oldest document cited is of %s."
            .formatted(days.get(days.size() - 1).format(DAY), days.get(0).format(DAY));
  }
}
