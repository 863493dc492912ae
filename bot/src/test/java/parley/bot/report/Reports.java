package parley.bot.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.knowledge.Outcome;
import parley.knowledge.Source;

/** Reports to show. */
public final class Reports {

  private static final Period WEEK =
      Period.before(Instant.parse("2026-11-30T09:00:00Z"), Duration.ofDays(7));

  private Reports() {}

  /** A week in which nobody asked. */
  static Report nothing() {
    return report(List.of(), Map.of(), List.of(), List.of(), List.of());
  }

  /** A week of seven questions. */
  public static Report week() {
    return report(
        List.of(new PlatformShare("slack", 5, 2, 3), new PlatformShare("web", 2, 1, 1)),
        Map.of(Outcome.ANSWERED, 2, Outcome.NOT_IN_SOURCES, 4, Outcome.SMALL_TALK, 1),
        List.of(
            new QuestionGroup(
                List.of("How many soldiers will Britain send?", "number of british troops"), 3, 1),
            new QuestionGroup(List.of("Who pays <!channel>?"), 1, 0)),
        List.of(
            new QuestionGroup(
                List.of("How many soldiers will Britain send?", "number of british troops"), 4, 1),
            new QuestionGroup(List.of("Where do they meet?"), 1, 1),
            new QuestionGroup(List.of("Who pays <!channel>?"), 1, 0)),
        List.of(
            new Complaint("Where do they meet?", "wrong: <b>Berlin</b>"),
            new Complaint("How many soldiers will Britain send?", "")));
  }

  /** A week with as much of everything as somebody could write. */
  public static Report huge() {
    String text = "Why <!channel> & <@U1>? *so* ".repeat(70);
    List<QuestionGroup> groups = Collections.nCopies(300, new QuestionGroup(List.of(text), 9, 0));
    return report(
        List.of(new PlatformShare("slack", 2_700, 900, 2_700)),
        Map.of(Outcome.ANSWERED, 1, Outcome.NOT_IN_SOURCES, 2_699),
        groups,
        groups,
        Collections.nCopies(300, new Complaint(text, text)));
  }

  private static Report report(
      List<PlatformShare> platforms,
      Map<Outcome, Integer> outcomes,
      List<QuestionGroup> unanswered,
      List<QuestionGroup> asked,
      List<Complaint> complaints) {
    boolean any = !platforms.isEmpty();
    return new Report(
        WEEK,
        platforms.stream().mapToInt(PlatformShare::people).sum(),
        platforms,
        outcomes,
        0,
        unanswered,
        asked,
        any ? 1 : 0,
        complaints,
        2,
        any
            ? List.of(new Source("delegation", "The <i>delegation</i>", null, null, null, null, 3))
            : List.of(),
        0,
        any
            ? Optional.of(new Waiting(Duration.ofMillis(420), Duration.ofMillis(1_260)))
            : Optional.empty(),
        new ModelUse(any ? 12_000 : 0, any ? 3_400 : 0, Optional.of(Price.of("3/15 USD"))));
  }
}
