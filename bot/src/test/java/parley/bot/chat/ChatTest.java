package parley.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.bot.chat.Refusal.Reason;
import parley.bot.ledger.Ledger;
import parley.bot.ledger.SqliteLedger;
import parley.knowledge.Finding;
import parley.knowledge.Outcome;
import parley.knowledge.Paragraph;
import parley.knowledge.Question;
import parley.knowledge.Source;
import parley.knowledge.Turn;

/** The chat over a ledger on disk; the answers are made up, so that they can be slow or fail. */
class ChatTest {

  @TempDir Path folder;
  private Ledger ledger;
  private Chat chat;
  private final List<String> prompted = new CopyOnWriteArrayList<>();
  private final MadeUpAnswers answers = new MadeUpAnswers();

  @BeforeEach
  void open() {
    ledger = SqliteLedger.open(folder.resolve("ledger.db"));
    chat = chat(ChatSettings.DEFAULT);
  }

  @AfterEach
  void close() {
    answers.gate.countDown();
    chat.close();
    ledger.close();
  }

  @Test
  void answersAndRemembersTheAnswer() {
    Heard heard = ask(question("Ev1", "ann", Address.MENTION, "Where?"));
    await().until(() -> heard.answers.size() == 1);
    GivenAnswer given = heard.answers.get(0);
    assertThat(given.answer().text()).isEqualTo("Where? In Paris. [1]");
    assertThat(heard.working).isEqualTo(1);
    assertThat(chat.recall(given.id())).contains(given.answer());
    assertThat(chat.documents("C1").paragraph(given.answer().citations().get(0)))
        .contains(new Paragraph(1, null, "They meet in Paris."));
    assertThat(chat.recall("unknown")).isEmpty();
  }

  @Test
  void sameEventIsAnsweredOnce() {
    assertThat(chat.receive(question("Ev1", "ann", Address.MENTION, "Where?"), new Heard()))
        .isEqualTo(Reception.TAKEN);
    assertThat(chat.receive(question("Ev1", "ann", Address.MENTION, "Where?"), new Heard()))
        .isEqualTo(Reception.SEEN_BEFORE);
  }

  @Test
  void statementsAreShownWhileTheAnswerIsWritten() {
    Heard heard = ask(question("Ev1", "ann", Address.MENTION, "write"));
    await().until(() -> heard.heard.size() == 2);
    assertThat(heard.heard).containsExactly("In Paris:\n- there [1]", "On Tuesday. [2]");
    await()
        .untilAsserted(
            () -> assertThat(heard.shown).last().asString().startsWith("In Paris:\n- there [1]"));
    assertThat(heard.answers).isEmpty();

    await().until(() -> heard.shown.contains("In Paris:\n- there [1]\n\nOn Tuesday. [2]"));
    answers.gate.countDown();
    await().until(() -> heard.answers.size() == 1);
    assertThat(heard.shown).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void whatWasPerhapsNotMeantForTheBotIsNotShownBeforeItIsAnswered() {
    answers.gate.countDown();
    Heard first = ask(question("Ev1", "ann", Address.MENTION, "Where?"));
    Heard second = ask(question("Ev2", "ann", Address.FOLLOW_UP, "write that down?"));
    await().until(() -> second.answers.size() == 1);
    assertThat(first.answers).hasSize(1);
    assertThat(second.shown).isEmpty();
    assertThat(second.heard).isEmpty();
  }

  @Test
  void aFollowUpKnowsWhatWasSaidBefore() {
    Heard first = ask(question("Ev1", "ann", Address.MENTION, "Where?"));
    Heard second = ask(question("Ev2", "bob", Address.FOLLOW_UP, "And when?"));
    await().until(() -> second.answers.size() == 1);
    assertThat(first.answers).hasSize(1);
    assertThat(answers.asked.get(1).history())
        .containsExactly(new Turn("Where?", "Where? In Paris. [1]"));
  }

  @Test
  void whatIsSaidInAThreadWithoutTheBotIsNoQuestion() {
    assertThat(chat.receive(question("Ev1", "ann", Address.FOLLOW_UP, "Where?"), new Heard()))
        .isEqualTo(Reception.NOT_ASKED);
  }

  @Test
  void keepsSilentWhereAFollowUpGivesNothingToSay() {
    Heard first = ask(question("Ev1", "ann", Address.MENTION, "Where?"));
    Heard remark = ask(question("Ev2", "ann", Address.FOLLOW_UP, "nothing more then"));
    Heard last = ask(question("Ev3", "ann", Address.FOLLOW_UP, "And nothing else?"));
    await().until(() -> last.answers.size() == 1);
    assertThat(first.answers).hasSize(1);
    assertThat(remark.answers).isEmpty();
    assertThat(remark.working).isZero();
  }

  @Test
  void answersInTheOrderOfTheConversation() {
    List<Heard> heard = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      heard.add(ask(question("Ev" + i, "ann", Address.MENTION, "Number " + i)));
    }
    await().until(() -> heard.get(9).answers.size() == 1);
    assertThat(answers.asked)
        .extracting(Question::text)
        .containsExactly(
            "Number 0",
            "Number 1",
            "Number 2",
            "Number 3",
            "Number 4",
            "Number 5",
            "Number 6",
            "Number 7",
            "Number 8",
            "Number 9");
    assertThat(answers.asked.get(9).history()).hasSize(6);
  }

  @Test
  void aFailureIsSaidAndTheNextQuestionIsAnswered() {
    Heard failed = ask(question("Ev1", "ann", Address.MENTION, "fail"));
    Heard next = ask(question("Ev2", "ann", Address.MENTION, "Where?"));
    await().until(() -> next.answers.size() == 1);
    assertThat(failed.answers.get(0).answer().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(failed.answers.get(0).answer().text()).startsWith("Something went wrong");
  }

  @Test
  void anAnswerCountsAsDeliveredWhenItIsThereAndHoldsUpOnlyItsPlace() {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    chat.receive(
        question("Ev1", "ann", Address.MENTION, "Where?"),
        new Heard() {
          @Override
          public CompletionStage<Void> answer(GivenAnswer answer) {
            super.answer(answer);
            return sent;
          }
        });
    Heard behind = ask(question("Ev2", "ann", Address.MENTION, "When?"));
    Heard elsewhere = ask(elsewhere("Ev3"));
    await().until(() -> elsewhere.answers.size() == 1);
    assertThat(behind.answers).isEmpty();
    sent.complete(null);
    await().until(() -> behind.answers.size() == 1);
  }

  @Test
  void looksUpWhatIsStillBeingTypedWithoutKeepingIt() {
    IncomingQuestion typed = question("q1", "ann", Address.PRIVATE, "Where?");
    assertThat(chat.preview(typed).join())
        .hasValueSatisfying(answer -> assertThat(answer.text()).isEqualTo("Where? In Paris. [1]"));
    assertThat(ledger.lastAsker(typed.conversation())).isEmpty();
    assertThat(ledger.claim(List.of("q1"))).isTrue();
  }

  @Test
  void whatNobodyWaitsForAnyMoreIsNotLookedUp() {
    restart(new ChatSettings(new LimitSettings(100, 100, 100, 10, 1), 90, Map.of()));
    ask(question("Ev1", "ann", Address.MENTION, "slow"));
    chat.preview(question("q1", "bob", Address.PRIVATE, "Who?")).complete(Optional.empty());
    Heard next = ask(question("Ev2", "ann", Address.MENTION, "Where?"));
    answers.gate.countDown();
    await().until(() -> next.answers.size() == 1);
    assertThat(answers.asked).extracting(Question::text).containsExactly("slow", "Where?");
  }

  @Test
  void aPlatformMayLimitWhatIsTyped() {
    chat.limit("slack", new Rates(1, 9, 9));
    IncomingQuestion typed = question("q1", "ann", Address.PRIVATE, "Where?");
    assertThat(chat.preview(typed).join()).isPresent();
    assertThat(chat.preview(typed).join()).isEmpty();
  }

  @Test
  void remembersAndForgetsPeople() {
    assertThat(chat.people().keepDays()).isEqualTo(90);
    assertThat(chat.people().language("ann")).isEmpty();
    chat.people().chooseLanguage("ann", "uk");
    assertThat(chat.people().language("ann")).contains("uk");
    Heard heard = ask(question("Ev1", "ann", Address.MENTION, "Where?"));
    await().until(() -> heard.answers.size() == 1);
    assertThat(chat.people().forget("ann")).isEqualTo(2);
    assertThat(chat.people().language("ann")).isEmpty();
    assertThat(chat.recall(heard.answers.get(0).id())).isEmpty();
    assertThat(chat.people().forget("ann")).isZero();
  }

  @Test
  void saysThatItsStorageFailed() {
    ledger.close();
    assertThatThrownBy(() -> chat.claim(List.of("Ev1")))
        .isInstanceOfSatisfying(
            RuntimeException.class, e -> assertThat(Chat.isStorageFailure(e)).isTrue());
    assertThat(Chat.isStorageFailure(new IllegalStateException())).isFalse();
  }

  @Test
  void aReplyThatCannotBeDeliveredHoldsUpNothing() {
    chat.receive(
        question("Ev1", "ann", Address.MENTION, "Where?"),
        new Heard() {
          @Override
          public CompletionStage<Void> answer(GivenAnswer answer) {
            throw new IllegalStateException("channel_not_found");
          }
        });
    Heard next = ask(question("Ev2", "ann", Address.MENTION, "Where?"));
    await().until(() -> next.answers.size() == 1);
  }

  @Test
  void whoAsksTooOftenIsToldOnce() {
    restart(new ChatSettings(new LimitSettings(1, 100, 100, 10, 1), 90, Map.of()));
    ask(question("Ev1", "ann", Address.MENTION, "Where?"));
    Heard second = new Heard();
    assertThat(chat.receive(question("Ev2", "ann", Address.MENTION, "When?"), second))
        .isEqualTo(Reception.REFUSED);
    Heard third = new Heard();
    assertThat(chat.receive(question("Ev3", "ann", Address.MENTION, "Who?"), third))
        .isEqualTo(Reception.REFUSED);
    await().until(() -> second.refusals.size() == 1);
    assertThat(second.refusals.get(0).reason()).isEqualTo(Reason.PERSON_LIMIT);
    assertThat(third.refusals).isEmpty();
  }

  @Test
  void whenTooManyWaitItSaysSo() {
    restart(new ChatSettings(new LimitSettings(100, 100, 100, 1, 1), 90, Map.of()));
    Heard slow = ask(question("Ev1", "ann", Address.MENTION, "slow"));
    Heard turnedAway = new Heard();
    assertThat(chat.receive(question("Ev2", "bob", Address.MENTION, "Where?"), turnedAway))
        .isEqualTo(Reception.REFUSED);
    await().until(() -> turnedAway.refusals.size() == 1);
    assertThat(turnedAway.refusals.get(0).reason()).isEqualTo(Reason.BUSY);
    answers.gate.countDown();
    await().until(() -> slow.answers.size() == 1);
  }

  @Test
  void isSilentInAChannelWhereItIsOffAndSaysSoOnlyToWhoCommandsIt() {
    restart(
        new ChatSettings(
            LimitSettings.DEFAULT, 90, Map.of("C1", new PlaceSettings(List.of(), false, true))));
    assertThat(chat.receive(question("Ev1", "ann", Address.MENTION, "Where?"), new Heard()))
        .isEqualTo(Reception.NOT_ASKED);
    Heard command = new Heard();
    assertThat(chat.receive(question("Ev2", "ann", Address.PRIVATE, "Where?"), command))
        .isEqualTo(Reception.REFUSED);
    await().until(() -> command.refusals.size() == 1);
    assertThat(command.refusals.get(0).reason()).isEqualTo(Reason.OFF);
    assertThat(answers.asked).isEmpty();
  }

  @Test
  void promptsWhoAsksNothingOnceWithinLimitsAndWhereItIsOn() {
    restart(
        new ChatSettings(
            new LimitSettings(1, 100, 100, 10, 1),
            90,
            Map.of("C1", new PlaceSettings(List.of(), false, false))));
    assertThat(prompt("Ev1", Address.MENTION)).isEqualTo(Reception.TAKEN);
    assertThat(prompt("Ev1", Address.MENTION)).isEqualTo(Reception.SEEN_BEFORE);
    assertThat(prompt("Ev2", Address.MENTION)).isEqualTo(Reception.REFUSED);
    restart(
        new ChatSettings(
            LimitSettings.DEFAULT, 90, Map.of("C1", new PlaceSettings(List.of(), false, true))));
    assertThat(prompt("Ev3", Address.MENTION)).isEqualTo(Reception.NOT_ASKED);
    assertThat(prompt("Ev4", Address.PRIVATE)).isEqualTo(Reception.REFUSED);
    await().until(() -> prompted.size() == 3);
    assertThat(prompted).containsExactlyInAnyOrder("Ev1", "Ev2 PERSON_LIMIT", "Ev4 OFF");
  }

  private Reception prompt(String event, Address address) {
    return chat.prompt(
        question(event, "ann", address, ""),
        () -> prompted.add(event),
        refusal -> {
          prompted.add(event + " " + refusal.reason());
          return Reply.DONE;
        });
  }

  @Test
  void whereAMentionIsAlwaysNeededAFollowUpIsNone() {
    restart(
        new ChatSettings(
            LimitSettings.DEFAULT, 90, Map.of("C1", new PlaceSettings(List.of(), true, false))));
    Heard first = ask(question("Ev1", "ann", Address.MENTION, "Where?"));
    await().until(() -> first.answers.size() == 1);
    assertThat(chat.receive(question("Ev2", "ann", Address.FOLLOW_UP, "When?"), new Heard()))
        .isEqualTo(Reception.NOT_ASKED);
  }

  @Test
  void toldAnotherInTheThreadThatNothingWasFoundItWouldBreakIn() {
    Heard first = ask(question("Ev1", "ann", Address.MENTION, "Where?"));
    Heard toBob = ask(question("Ev2", "bob", Address.FOLLOW_UP, "Is nothing to eat there?"));
    Heard answered = ask(question("Ev3", "bob", Address.FOLLOW_UP, "And when?"));
    await().until(() -> answered.answers.size() == 1);
    assertThat(first.answers).hasSize(1);
    assertThat(toBob.answers).isEmpty();
    assertThat(answers.asked.get(1).history()).isEmpty();
    // what was not answered is not kept
    assertThat(answers.asked.get(2).history()).extracting(Turn::question).containsExactly("Where?");
  }

  @Test
  void waitsWithAnAnswerWhileItsPlaceIsToBeLeftAloneAndAnswersElsewhere() {
    CountDownLatch free = new CountDownLatch(1);
    Heard busy =
        new Heard() {
          @Override
          public Duration pause() {
            return free.getCount() > 0 ? Duration.ofMillis(20) : Duration.ZERO;
          }
        };
    chat.receive(question("Ev1", "ann", Address.MENTION, "Where?"), busy);
    Heard elsewhere = new Heard();
    chat.receive(
        new IncomingQuestion(
            List.of("Ev2"),
            "slack",
            "T1",
            "C2",
            "18.0",
            "slack:C2:18.0",
            "bob",
            Address.MENTION,
            "When?"),
        elsewhere);
    await().until(() -> elsewhere.answers.size() == 1);
    assertThat(busy.answers).isEmpty();
    free.countDown();
    await().until(() -> busy.answers.size() == 1);
  }

  @Test
  void checksAMessageAndKeepsNothingOfIt() {
    Checked checked = check("Ev1", "They meet in Rome.");
    await().until(() -> checked.findings.size() == 1);
    assertThat(checked.findings)
        .containsExactly(new Finding("They meet in Rome.", Optional.empty()));
    assertThat(ledger.lastAsker("slack:C1:17.0")).isEmpty();
    assertThat(chat.check(question("Ev1", "ann", Address.PRIVATE, "They meet in Rome."), checked))
        .isEqualTo(Reception.SEEN_BEFORE);
  }

  @Test
  void aCheckKeepsToTheDocumentsOfItsChannelAndToItsLimits() {
    restart(
        new ChatSettings(
            new LimitSettings(1, 100, 100, 10, 1),
            90,
            Map.of("C1", new PlaceSettings(List.of("paris"), false, false))));
    Checked first = check("Ev1", "They meet in Rome.");
    Checked second = check("Ev2", "They meet in Oslo.");
    await().until(() -> second.refusals.size() == 1);
    assertThat(second.refusals.get(0).reason()).isEqualTo(Reason.PERSON_LIMIT);
    await().until(() -> first.findings.size() == 1);
    assertThat(answers.asked).extracting(Question::documents).containsExactly(Set.of("paris"));
  }

  @Test
  void aCheckThatFailsIsSaidToHave() {
    Checked checked = check("Ev1", "fail");
    await().until(() -> checked.failed);
  }

  private Checked check(String event, String text) {
    Checked checked = new Checked();
    chat.check(question(event, "ann", Address.PRIVATE, text), checked);
    return checked;
  }

  @Test
  void aPlaceHasItsOwnDocumentsAlone() {
    restart(
        new ChatSettings(
            LimitSettings.DEFAULT,
            90,
            Map.of(
                "C1", new PlaceSettings(List.of("pariss"), false, false),
                "C2", new PlaceSettings(List.of("talks"), false, false))));
    assertThat(chat.documents("C1").all()).isEmpty();
    assertThat(chat.documents("C1").find("paris")).isEmpty();
    assertThat(chat.documents("C2").all()).extracting(Source::id).containsExactly("paris");
    assertThat(chat.documents("C2").find("paris")).isPresent();
    assertThat(chat.documents("C3").all()).extracting(Source::id).containsExactly("paris");
  }

  @Test
  void aRestartForgetsNeitherEventsNorAnswers() {
    Heard heard = ask(question("Ev1", "ann", Address.MENTION, "Where?"));
    await().until(() -> heard.answers.size() == 1);
    restart(ChatSettings.DEFAULT);
    assertThat(chat.receive(question("Ev1", "ann", Address.MENTION, "Where?"), new Heard()))
        .isEqualTo(Reception.SEEN_BEFORE);
    assertThat(chat.recall(heard.answers.get(0).id())).contains(heard.answers.get(0).answer());
  }

  @Test
  void keepsWhatPeopleThinkOfAnAnswer() {
    Heard heard = ask(question("Ev1", "ann", Address.MENTION, "Where?"));
    await().until(() -> heard.answers.size() == 1);
    String id = heard.answers.get(0).id();
    chat.keepFeedback(id, "bob", false, "wrong");
    assertThat(ledger.feedback(id))
        .singleElement()
        .satisfies(feedback -> assertThat(feedback.reason()).isEqualTo("wrong"));
  }

  @Test
  void beginsWithWhatTheDocumentsAnswer() {
    assertThat(chat.starters("C1"))
        .containsExactly(new Starter("Paris", "What do the documents say about Paris?"));
  }

  private Chat chat(ChatSettings settings) {
    return new Chat(answers, ledger, settings);
  }

  private void restart(ChatSettings settings) {
    chat.close();
    chat = chat(settings);
  }

  private Heard ask(IncomingQuestion question) {
    Heard heard = new Heard();
    assertThat(chat.receive(question, heard)).isEqualTo(Reception.TAKEN);
    return heard;
  }

  private static IncomingQuestion question(
      String event, String person, Address address, String text) {
    return new IncomingQuestion(
        List.of(event), "slack", "T1", "C1", "17.0", "slack:C1:17.0", person, address, text);
  }

  private static IncomingQuestion elsewhere(String event) {
    return new IncomingQuestion(
        List.of(event), "slack", "T1", "C2", "9.0", "slack:C2:9.0", "ann", Address.MENTION, "Who?");
  }
}
