package parley.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.bot.ledger.AcceptedQuestion;
import parley.bot.ledger.SqliteLedger;
import parley.knowledge.Answer;
import parley.knowledge.Outcome;

/** What a new process does with what an earlier one has left, over a ledger on disk. */
class LeftBehindTest {

  private static final Instant NOON = Instant.parse("2026-01-06T12:00:00Z");

  @TempDir Path folder;
  private SqliteLedger ledger;
  private long running;
  private final UnderWay underWay = new UnderWay(() -> running);
  private final List<String> done = new ArrayList<>();

  @BeforeEach
  void open() {
    ledger = SqliteLedger.open(folder.resolve("ledger.db"));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          accepted       | -         | PT1M  | answer q1
          accepted       | -         | PT16M | refuse q1 LATE
          accepted       | -         | PT13H | -
          answered       | -         | PT1M  | deliver q1 In Paris.
          sent           | -         | PT1M  | refuse q1 INTERRUPTED
          sent           | findsSent | PT1M  | deliver q1 In Paris. perhaps sent 2026-01-06T12:00:03Z
          sent           | findsSent | PT16M | refuse q1 LATE
          sent           | -         | PT13H | -
          delivered      | -         | PT1M  | -
          refused        | -         | PT1M  | -
          """)
  void isAnsweredOrToldAsItWasLeft(
      String state, @Nullable String finds, Duration later, @Nullable String expected) {
    leave(state);
    Clock clock = Clock.fixed(NOON.plus(later), ZoneOffset.UTC);
    left(clock).begin("slack", (question, route) -> Optional.of(new Way(finds != null)));

    assertThat(done).isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @Test
  void whatIsGivenUpIsForgottenAndNotTriedAgain() {
    leave("accepted");
    LeftBehind left = left(Clock.fixed(NOON.plusSeconds(60), ZoneOffset.UTC));
    left.begin("slack", (question, route) -> Optional.empty());

    assertThat(done).isEmpty();
    assertThat(ledger.left("slack")).isEmpty();
  }

  @Test
  void theQuestionIsTheOneThatWasAskedWithItsWayBack() {
    leave("accepted");
    List<Object> seen = new ArrayList<>();
    left(Clock.fixed(NOON.plusSeconds(60), ZoneOffset.UTC))
        .begin(
            "slack",
            (question, route) -> {
              seen.add(question);
              seen.add(route);
              return Optional.empty();
            });

    assertThat(seen)
        .containsExactly(
            new IncomingQuestion(
                List.of("left:q1"),
                "slack",
                "T1",
                "C1",
                "17",
                "slack:C1:17",
                "U1",
                Address.MENTION,
                "Where?",
                "uk"),
            "C1 17");
  }

  @Test
  void anotherPlatformsAndWhatIsBeingWorkedOnIsNoneOfIt() {
    leave("accepted");
    left(Clock.fixed(NOON.plusSeconds(60), ZoneOffset.UTC))
        .begin("telegram", (question, route) -> Optional.of(new Way(false)));
    underWay.begin("q1");
    left(Clock.fixed(NOON.plusSeconds(60), ZoneOffset.UTC))
        .begin("slack", (question, route) -> Optional.of(new Way(false)));

    assertThat(done).isEmpty();
  }

  @Test
  void aClockThatWentBackHidesNothing() {
    leave("accepted");
    left(Clock.fixed(NOON.minusSeconds(3_600), ZoneOffset.UTC))
        .begin("slack", (question, route) -> Optional.of(new Way(false)));

    assertThat(done).containsExactly("answer q1");
  }

  @Test
  void whatFailedIsTakenUpAgainAfterAWaitThatDoubles() {
    leave("answered");
    LeftBehind left = left(Clock.fixed(NOON.plusSeconds(60), ZoneOffset.UTC));
    left.begin("slack", (question, route) -> Optional.of(new Way(true)));
    left.takeUp();
    assertThat(done).hasSize(1);

    underWay.failed("q1");
    after(Duration.ofSeconds(29), left);
    assertThat(done).hasSize(1);
    after(Duration.ofSeconds(1), left);
    assertThat(done).hasSize(2);

    underWay.failed("q1");
    after(Duration.ofSeconds(59), left);
    assertThat(done).hasSize(2);
    after(Duration.ofSeconds(1), left);
    assertThat(done)
        .containsExactly("deliver q1 In Paris.", "deliver q1 In Paris.", "deliver q1 In Paris.");
  }

  private void after(Duration time, LeftBehind left) {
    running += time.toNanos();
    left.takeUp();
  }

  private LeftBehind left(Clock clock) {
    return new LeftBehind(ledger, new AnswerArchive(ledger, clock), clock, underWay, new Noted());
  }

  /** Leaves a question as an earlier process would have, had it died then. */
  private void leave(String state) {
    IncomingQuestion question =
        new IncomingQuestion(
            List.of("Ev1"),
            "slack",
            "T1",
            "C1",
            "17",
            "slack:C1:17",
            "U1",
            Address.MENTION,
            "Where?",
            "uk");
    String route = ReturnRoute.kept(question, new Way(false));
    ledger.accept(
        new AcceptedQuestion("q1", "slack", "slack:C1:17", "C1", "17", "U1", "Where?", NOON, route),
        List.of("Ev1"));
    AnswerArchive archive = new AnswerArchive(ledger, Clock.fixed(NOON, ZoneOffset.UTC));
    if (state.equals("refused")) {
      archive.keepRefused("q1");
    } else if (!state.equals("accepted")) {
      archive.keep("q1", answer());
    }
    if (state.equals("sent") || state.equals("delivered")) {
      ledger.sending("q1", NOON.plusSeconds(3));
    }
    if (state.equals("delivered")) {
      ledger.delivered("q1", NOON.plusSeconds(4));
    }
  }

  private static Answer answer() {
    return new Answer(
        "Where?",
        Outcome.SMALL_TALK,
        "In Paris.",
        List.of(),
        List.of(),
        List.of(),
        "en",
        Duration.ofMillis(7));
  }

  /** A way back that goes nowhere. */
  private record Way(boolean findsWhatWasSent) implements Reply {

    @Override
    public String route() {
      return "C1 17";
    }

    @Override
    public void working() {}

    @Override
    public CompletionStage<Void> answer(GivenAnswer answer) {
      return DONE;
    }

    @Override
    public CompletionStage<Void> refuse(Refusal refusal) {
      return DONE;
    }
  }

  /** Notes what is to be done. */
  private final class Noted implements LeftBehind.Work {

    @Override
    public void answer(String id, IncomingQuestion question, Reply reply) {
      done.add("answer " + id);
    }

    @Override
    public void deliver(
        String id,
        IncomingQuestion question,
        Reply reply,
        Answer answer,
        Optional<Instant> perhapsSent) {
      done.add(
          "deliver "
              + id
              + " "
              + answer.text()
              + perhapsSent.map(at -> " perhaps sent " + at).orElse(""));
    }

    @Override
    public void refuse(String id, IncomingQuestion question, Reply reply, Refusal refusal) {
      done.add("refuse " + id + " " + refusal.reason());
    }
  }
}
