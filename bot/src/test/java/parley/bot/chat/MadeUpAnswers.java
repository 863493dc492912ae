package parley.bot.chat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import parley.knowledge.Answer;
import parley.knowledge.AnswerListener;
import parley.knowledge.Citation;
import parley.knowledge.Finding;
import parley.knowledge.FoundPassage;
import parley.knowledge.Outcome;
import parley.knowledge.Paragraph;
import parley.knowledge.Question;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;
import parley.knowledge.Statement;

/** Answers that are made up, so that they can be slow or fail. */
final class MadeUpAnswers implements AnswerSource {

  private static final Source PARIS =
      new Source(
          "paris",
          "Paris",
          null,
          LocalDate.of(2026, 1, 6),
          null,
          "en",
          1,
          null,
          List.of("talks"),
          "");

  /** What was asked, in order. */
  final List<Question> asked = new CopyOnWriteArrayList<>();

  /** What is slow waits for it. */
  final CountDownLatch gate = new CountDownLatch(1);

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

  @Override
  public Answer ask(Question question, List<String> documents, AnswerListener listener) {
    if (question.text().startsWith("write")) {
      Citation first = new Citation(1, PARIS, 1, "They meet in Paris.");
      Citation second = new Citation(2, PARIS, 1, "They meet on Tuesday.");
      listener.statement(new Statement("In Paris:\n- there", List.of(1)), List.of(first));
      listener.statement(new Statement("On Tuesday.", List.of(2)), List.of(second));
      waitAtTheGate();
    }
    return ask(question, documents);
  }

  private void waitAtTheGate() {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Answer answer(Question question, Outcome outcome, String text, List<Citation> citations) {
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
  public List<Finding> compare(Question text, int most) {
    asked.add(text);
    if (text.text().equals("fail")) {
      throw new IllegalStateException("made by the test");
    }
    return List.of(new Finding(text.text(), Optional.empty()));
  }

  @Override
  public List<FoundPassage> search(String query, int top, List<String> documents) {
    return List.of();
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
