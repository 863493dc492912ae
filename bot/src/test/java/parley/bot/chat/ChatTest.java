package parley.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.bot.chat.Refusal.Reason;
import parley.bot.ledger.Ledger;
import parley.bot.ledger.SqliteLedger;
import parley.knowledge.Answer;
import parley.knowledge.Citation;
import parley.knowledge.Outcome;
import parley.knowledge.Paragraph;
import parley.knowledge.Question;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;
import parley.knowledge.Statement;
import parley.knowledge.Turn;

/** The chat over a ledger on disk; the answers are made up, so that they can be slow or fail. */
class ChatTest {

  private static final Source PARIS =
      new Source("paris", "Paris", null, LocalDate.of(2026, 1, 6), null, "en", 1);

  @TempDir Path folder;
  private Ledger ledger;
  private Chat chat;
  private final List<Question> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch gate = new CountDownLatch(1);

  @BeforeEach
  void open() {
    ledger = SqliteLedger.open(folder.resolve("ledger.db"));
    chat = chat(ChatSettings.DEFAULT);
  }

  @AfterEach
  void close() {
    gate.countDown();
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
    assertThat(chat.paragraph(given.answer().citations().get(0)))
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
  void aFollowUpKnowsWhatWasSaidBefore() {
    Heard first = ask(question("Ev1", "ann", Address.MENTION, "Where?"));
    Heard second = ask(question("Ev2", "bob", Address.FOLLOW_UP, "And when?"));
    await().until(() -> second.answers.size() == 1);
    assertThat(first.answers).hasSize(1);
    assertThat(asked.get(1).history()).containsExactly(new Turn("Where?", "Where? In Paris. [1]"));
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
    assertThat(asked)
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
    assertThat(asked.get(9).history()).hasSize(6);
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
  void aReplyThatCannotBeDeliveredHoldsUpNothing() {
    chat.receive(
        question("Ev1", "ann", Address.MENTION, "Where?"),
        new Heard() {
          @Override
          public void answer(GivenAnswer answer) {
            throw new IllegalStateException("channel_not_found");
          }
        });
    Heard next = ask(question("Ev2", "ann", Address.MENTION, "Where?"));
    await().until(() -> next.answers.size() == 1);
  }

  @Test
  void whoAsksTooOftenIsToldOnce() {
    restart(new ChatSettings(new LimitSettings(1, 100, 10, 1), 90, Map.of()));
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
    restart(new ChatSettings(new LimitSettings(100, 100, 1, 1), 90, Map.of()));
    Heard slow = ask(question("Ev1", "ann", Address.MENTION, "slow"));
    Heard turnedAway = new Heard();
    assertThat(chat.receive(question("Ev2", "bob", Address.MENTION, "Where?"), turnedAway))
        .isEqualTo(Reception.REFUSED);
    await().until(() -> turnedAway.refusals.size() == 1);
    assertThat(turnedAway.refusals.get(0).reason()).isEqualTo(Reason.BUSY);
    gate.countDown();
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
    assertThat(asked).isEmpty();
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
  void namesAChannelsDocumentThatIsNotServed() {
    ChatSettings settings =
        new ChatSettings(
            LimitSettings.DEFAULT,
            90,
            Map.of("C1", new PlaceSettings(List.of("pariss"), false, false)));
    assertThatThrownBy(() -> chat(settings))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "channels.C1.documents names 'pariss', which is not among the documents served: paris");
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
    assertThat(chat.starters())
        .containsExactly(new Starter("Paris", "What do the documents say about Paris?"));
  }

  private Chat chat(ChatSettings settings) {
    return new Chat(new MadeUpAnswers(), ledger, settings);
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

  /** What came back. */
  private static class Heard implements Reply {

    final List<GivenAnswer> answers = new CopyOnWriteArrayList<>();
    final List<Refusal> refusals = new CopyOnWriteArrayList<>();
    volatile int working;

    @Override
    public void working() {
      working = 1;
    }

    @Override
    public void answer(GivenAnswer answer) {
      answers.add(answer);
    }

    @Override
    public void refuse(Refusal refusal) {
      refusals.add(refusal);
    }
  }

  private final class MadeUpAnswers implements AnswerSource {

    @Override
    public Answer ask(Question question, List<String> documents) {
      asked.add(question);
      if (question.text().equals("fail")) {
        throw new IllegalStateException("made by the test");
      }
      if (question.text().equals("slow")) {
        waitAtTheGate();
      }
      return question.text().contains("nothing")
          ? answer(question, Outcome.NOT_IN_SOURCES, "They do not say.", List.of())
          : answer(
              question,
              Outcome.ANSWERED,
              question.text() + " In Paris. [1]",
              List.of(new Citation(1, PARIS, 1, "They meet in Paris.")));
    }

    private void waitAtTheGate() {
      try {
        gate.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private Answer answer(
        Question question, Outcome outcome, String text, List<Citation> citations) {
      return new Answer(
          question.text(),
          outcome,
          text,
          List.of(new Statement("In Paris.", List.of(1))),
          citations,
          List.of(),
          "en",
          Duration.ofMillis(7));
    }

    @Override
    public List<Source> sources() {
      return List.of(PARIS);
    }

    @Override
    public Optional<SourceDocument> document(String id) {
      return id.equals("paris")
          ? Optional.of(
              new SourceDocument(PARIS, List.of(new Paragraph(1, null, "They meet in Paris."))))
          : Optional.empty();
    }
  }
}
