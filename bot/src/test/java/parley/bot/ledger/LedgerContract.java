package parley.bot.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every ledger does, whatever it is kept in. */
abstract class LedgerContract {

  static final Instant NOON = Instant.parse("2026-01-06T12:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

  Ledger ledger;

  /** Opens the same ledger for one more process. */
  abstract Ledger open(String process);

  /** All that can be read where it is kept, by whichever means. */
  abstract String stored() throws Exception;

  @BeforeEach
  void open() {
    ledger = open("one");
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  void reopen() {
    ledger.close();
    open();
  }

  @Test
  void claimsAnEventOnce() {
    assertThat(ledger.claim(List.of("Ev1"))).isTrue();
    assertThat(ledger.claim(List.of("Ev1"))).isFalse();
    assertThat(ledger.claim(List.of("Ev2"))).isTrue();
  }

  @Test
  void aNameSharedWithAnEarlierEventIsEnoughToBeSeenBefore() {
    assertThat(ledger.claim(List.of("Ev1", "message 17"))).isTrue();
    assertThat(ledger.claim(List.of("Ev2", "message 17"))).isFalse();
    // and the name of the event that was turned away is not taken
    assertThat(ledger.claim(List.of("Ev2"))).isTrue();
  }

  @Test
  void aLinkShowsAnEndedQuestionOfItsPlatformUntilItExpires() {
    AcceptedQuestion asked =
        new AcceptedQuestion("q1", "web", "c1", "web", null, "ann", "Where?", NOON, "");
    ledger.accept(asked, List.of("e1"));
    Share share = new Share("t1", "q1", NOON.plusSeconds(60));
    assertThat(ledger.share("web", share)).isFalse();

    ledger.finish("q1", new QuestionEnd("answered", "In Paris.", "{}", NOON));

    assertThat(ledger.share("slack", share)).isFalse();
    assertThat(ledger.share("web", share)).isTrue();
    assertThat(ledger.shared("t1", NOON.plusSeconds(59))).contains("q1");
    assertThat(ledger.shared("t1", NOON.plusSeconds(60))).isEmpty();
    assertThat(ledger.shared("t2", NOON)).isEmpty();
    assertThat(ledger.forgetPerson("ann")).isEqualTo(1);
    assertThat(ledger.shared("t1", NOON)).isEmpty();
  }

  @Test
  void remembersClaimsAcrossARestart() {
    assertThat(ledger.claim(List.of("Ev1"))).isTrue();
    reopen();
    assertThat(ledger.claim(List.of("Ev1"))).isFalse();
  }

  @Test
  void onlyOneOfManyThreadsAndTwoConnectionsClaimsAnEvent()
      throws ExecutionException, InterruptedException {
    try (Ledger other = open("two")) {
      List<Callable<Boolean>> claims = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        Ledger either = i % 2 == 0 ? ledger : other;
        claims.add(() -> either.claim(List.of("Ev1")));
      }
      assertThat(results(claims)).filteredOn(claimed -> claimed).hasSize(1);
    }
  }

  static List<Boolean> results(List<Callable<Boolean>> calls)
      throws ExecutionException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Boolean> results = new ArrayList<>();
      for (Future<Boolean> result : threads.invokeAll(calls)) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void acceptsAQuestionWithItsEventOrNotAtAll() {
    assertThat(ledger.accept(question("q1", "thread", NOON), List.of("Ev1"))).isTrue();
    assertThat(ledger.accept(question("q2", "other", NOON), List.of("Ev1"))).isFalse();
    assertThat(ledger.lastAsker("thread")).contains("U1");
    assertThat(ledger.lastAsker("other")).isEmpty();
  }

  @Test
  void aQuestionThatCannotBeKeptLeavesItsEventUnclaimed() {
    ledger.accept(question("q1", "thread", NOON), List.of("Ev1"));
    assertThatThrownBy(() -> ledger.accept(question("q1", "thread", NOON), List.of("Ev2")))
        .isInstanceOf(LedgerException.class);
    assertThat(ledger.claim(List.of("Ev2"))).isTrue();
  }

  @Test
  void aQuestionThatWasNoneIsForgottenAndItsEventIsNot() {
    ledger.accept(question("q1", "thread", NOON), List.of("Ev1"));
    ledger.discard("q1");
    assertThat(ledger.lastAsker("thread")).isEmpty();
    assertThat(ledger.claim(List.of("Ev1"))).isFalse();
    ledger.discard("unknown");
  }

  @Test
  void keepsHowAQuestionEnded() {
    ledger.accept(question("q1", "thread", NOON), List.of("Ev1"));
    assertThat(ledger.end("q1")).isEmpty();
    QuestionEnd end =
        new QuestionEnd("answered", "In Paris. [1]", "{}", NOON.plusMillis(40), 700, 30);
    ledger.finish("q1", end);
    ledger.delivered("q1", NOON.plusMillis(90));
    reopen();
    assertThat(ledger.end("q1")).contains(end);
  }

  @Test
  void givesTheLatestTurnsOldestFirstWithoutThoseThatSaidNothing() {
    finish("q1", "Where?", "answered", "In Paris.", NOON);
    finish("q2", "Too long", "refused", "Too long.", NOON.plusSeconds(1));
    finish("q3", "And when?", "answered", "On Tuesday.", NOON.plusSeconds(2));
    finish("q4", "Who pays?", "not_in_sources", "They do not say.", NOON.plusSeconds(3));
    ledger.accept(question("q5", "thread", NOON.plusSeconds(4)), List.of("q5"));

    assertThat(ledger.turns("thread", NOON, 2))
        .containsExactly(
            new PastTurn("And when?", "On Tuesday."),
            new PastTurn("Who pays?", "They do not say."));
    assertThat(ledger.turns("thread", NOON.plusSeconds(3), 9))
        .extracting(PastTurn::question)
        .containsExactly("Who pays?");
    assertThat(ledger.turns("another", NOON, 9)).isEmpty();
  }

  @Test
  void aLaterThumbReplacesAnEarlierOneOfTheSamePerson() {
    ledger.accept(question("q1", "thread", NOON), List.of("Ev1"));
    ledger.keep(new Feedback("q1", "U1", true, "", NOON));
    ledger.keep(new Feedback("q1", "U2", true, "", NOON));
    ledger.keep(new Feedback("q1", "U1", false, "wrong: he was not there", NOON.plusSeconds(9)));
    ledger.keep(new Feedback("unknown", "U1", true, "", NOON));

    assertThat(ledger.feedback("q1"))
        .containsExactly(
            new Feedback("q1", "U1", false, "wrong: he was not there", NOON.plusSeconds(9)),
            new Feedback("q1", "U2", true, "", NOON));
    assertThat(ledger.feedback("unknown")).isEmpty();
  }

  @Test
  void oldRowsLeaveAndTakeTheirFeedbackAlong() {
    ledger.accept(question("old", "thread", NOON.minusSeconds(60)), List.of("Ev1"));
    ledger.keep(new Feedback("old", "U1", true, "", NOON));
    ledger.accept(question("new", "thread", NOON), List.of("Ev2"));

    assertThat(ledger.forget(NOON, NOON)).isEqualTo(1);
    assertThat(ledger.feedback("old")).isEmpty();
    assertThat(ledger.lastAsker("thread")).contains("U1");
    assertThat(ledger.claim(List.of("Ev1"))).isFalse();

    assertThat(ledger.forget(NOON.plusMillis(1), NOON)).isEqualTo(2);
    assertThat(ledger.claim(List.of("Ev1"))).isTrue();
  }

  @Test
  void keepsWhatPeoplePrefer() {
    assertThat(ledger.preference("U1", "language")).isEmpty();
    ledger.keepPreference("U1", "language", "uk");
    ledger.keepPreference("U1", "language", "fr");
    ledger.keepPreference("U2", "language", "de");
    reopen();
    assertThat(ledger.preference("U1", "language")).contains("fr");
    ledger.keepPreference("U1", "language", null);
    assertThat(ledger.preference("U1", "language")).isEmpty();
    assertThat(ledger.preference("U2", "language")).contains("de");
  }

  @Test
  void whatSomebodyPrefersGoesWhenTheyHaveNotAskedForLong() {
    ledger.keepPreference("gone", "language", "uk");
    ledger.keepPreference("U1", "language", "fr");
    ledger.accept(question("q1", "thread", NOON.plusSeconds(60)), List.of("Ev1"));
    assertThat(ledger.forget(NOON, NOON)).isZero();
    assertThat(ledger.forget(NOON, NOON.plusSeconds(30))).isEqualTo(1);
    assertThat(ledger.preference("gone", "language")).isEmpty();
    assertThat(ledger.preference("U1", "language")).contains("fr");
  }

  @Test
  void forgetsAPersonAndNobodyElse() throws Exception {
    ledger.accept(questionOf("q1", "U1", "the secret of U1"), List.of("Ev1"));
    ledger.finish("q1", new QuestionEnd("answered", "the answer to U1", "{}", NOON));
    ledger.accept(questionOf("q2", "U2", "what U2 asked"), List.of("Ev2"));
    ledger.keep(new Feedback("q1", "U2", true, "", NOON));
    ledger.keep(new Feedback("q2", "U1", false, "", NOON));
    ledger.keep(new Feedback("q2", "U2", true, "", NOON));
    ledger.keepPreference("U1", "language", "uk");
    ledger.keepPreference("U2", "language", "fr");

    KeptOnPerson kept = ledger.kept("U1");
    assertThat(kept.questions()).extracting(PersonsQuestion::id).containsExactly("q1");
    assertThat(kept.thoughts()).extracting(Feedback::questionId).containsExactly("q2");
    assertThat(kept.preferences()).containsOnlyKeys("language");

    // a question, a thumb and a preference
    assertThat(ledger.forgetPerson("U1")).isEqualTo(3);
    assertThat(ledger.end("q1")).isEmpty();
    assertThat(ledger.feedback("q1")).isEmpty();
    assertThat(ledger.feedback("q2")).extracting(Feedback::person).containsExactly("U2");
    assertThat(ledger.preference("U1", "language")).isEmpty();
    assertThat(ledger.preference("U2", "language")).contains("fr");
    assertThat(ledger.lastAsker("thread")).contains("U2");
    assertThat(ledger.claim(List.of("Ev1"))).isFalse();
    assertThat(ledger.forgetPerson("U1")).isZero();
    assertThat(ledger.kept("U1")).isEqualTo(new KeptOnPerson(List.of(), List.of(), Map.of()));
    assertThat(stored()).contains("what U2 asked").doesNotContain("secret of U1", "answer to U1");
  }

  static AcceptedQuestion questionOf(String id, String person, String text) {
    return new AcceptedQuestion(id, "telegram", "thread", "C1", null, person, text, NOON, "");
  }

  @Test
  void knowsWhatWasLeftBehindUntilItIsDeliveredOrGivenUp() {
    for (String id : List.of("q1", "q2", "q3", "q4")) {
      ledger.accept(routed(id, id.equals("q4") ? "" : "to " + id), List.of(id));
    }
    ledger.sending("q2", NOON.plusMillis(5));

    assertThat(ledger.left("telegram")).isEmpty();
    assertThat(ledger.left("slack"))
        .containsExactly(
            new LeftQuestion(routed("q1", "to q1"), Optional.empty()),
            new LeftQuestion(routed("q2", "to q2"), Optional.of(NOON.plusMillis(5))),
            new LeftQuestion(routed("q3", "to q3"), Optional.empty()));

    ledger.delivered("q1", NOON);
    ledger.release("q3");
    assertThat(ledger.left("slack")).extracting(left -> left.question().id()).containsExactly("q2");
  }

  @Test
  void anAnswerThatSetOutInVainCountsAsUnsentAgain() {
    ledger.accept(routed("q1", "to q1"), List.of("q1"));
    ledger.sending("q1", NOON.plusMillis(5));
    ledger.unsent("q1");

    assertThat(ledger.left("slack"))
        .containsExactly(new LeftQuestion(routed("q1", "to q1"), Optional.empty()));
  }

  @Test
  void theWayBackIsKeptAnewWhileThereIsOne() {
    ledger.accept(routed("q1", "to q1"), List.of("q1"));
    ledger.reroute("q1", "to q1, in message 7");
    assertThat(ledger.left("slack"))
        .extracting(left -> left.question().route())
        .containsExactly("to q1, in message 7");

    ledger.delivered("q1", NOON);
    ledger.reroute("q1", "to q1, in message 8");
    assertThat(ledger.left("slack")).isEmpty();
  }

  @Test
  void whatIsLeftIsTakenUntilItIsDelivered() {
    ledger.accept(routed("q1", "to q1"), List.of("q1"));
    ledger.accept(routed("q2", ""), List.of("q2"));
    assertThat(ledger.take("q1")).isTrue();
    assertThat(ledger.take("q2")).isFalse();
    assertThat(ledger.take("unknown")).isFalse();
    ledger.delivered("q1", NOON);
    assertThat(ledger.take("q1")).isFalse();
  }

  static AcceptedQuestion routed(String id, String route) {
    return new AcceptedQuestion(id, "slack", "thread", "C1", "17", "U1", "Who?", NOON, route);
  }

  @Test
  void tellsOfTheQuestionsOfATimeTheOldestFirst() {
    QuestionEnd end = new QuestionEnd("answered", "Here.", "{}", NOON.plusMillis(40), 700, 30);
    Feedback up = new Feedback("q2", "U1", true, "", NOON);
    Feedback down = new Feedback("q2", "U2", false, "wrong", NOON);
    ledger.accept(question("q4", "thread", NOON.plusSeconds(60)), List.of("Ev4"));
    ledger.accept(question("q3", "thread", NOON.plusSeconds(59)), List.of("Ev3"));
    ledger.accept(questionOf("q2", "U2", "Where?"), List.of("Ev2"));
    ledger.accept(question("q1", "thread", NOON.minusMillis(1)), List.of("Ev1"));
    ledger.finish("q2", end);
    ledger.keep(up);
    ledger.keep(down);
    ledger.keep(new Feedback("q1", "U1", false, "", NOON));

    assertThat(asked(NOON, NOON.plusSeconds(60)))
        .containsExactly(
            new AskedQuestion(
                "telegram", "U2", "Where?", NOON, Optional.of(end), List.of(up, down)),
            new AskedQuestion(
                "slack",
                "U1",
                "Who was there?",
                NOON.plusSeconds(59),
                Optional.empty(),
                List.of()));
    assertThat(asked(NOON.plusSeconds(61), NOON.plusSeconds(99))).isEmpty();
    ledger.forgetPerson("U2");
    assertThat(asked(NOON, NOON.plusSeconds(9))).isEmpty();
  }

  List<AskedQuestion> asked(Instant from, Instant until) {
    List<AskedQuestion> asked = new ArrayList<>();
    ledger.asked(from, until, asked::add);
    return asked;
  }

  private void finish(String id, String text, String outcome, String answer, Instant asked) {
    ledger.accept(
        new AcceptedQuestion(id, "slack", "thread", "C1", "17", "U1", text, asked, ""),
        List.of(id));
    ledger.finish(id, new QuestionEnd(outcome, answer, "", asked));
  }

  private static AcceptedQuestion question(String id, String conversation, Instant asked) {
    return new AcceptedQuestion(
        id, "slack", conversation, "C1", null, "U1", "Who was there?", asked, "");
  }
}
