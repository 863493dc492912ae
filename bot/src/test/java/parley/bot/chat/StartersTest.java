package parley.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.knowledge.Answer;
import parley.knowledge.Citation;
import parley.knowledge.Finding;
import parley.knowledge.FoundPassage;
import parley.knowledge.Outcome;
import parley.knowledge.Question;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;

class StartersTest {

  private static final Source PARIS = source("paris", "The Paris meeting", 6);
  private static final Source BERLIN = source("berlin", "The Berlin meeting", 7);
  private static final Source NOTES = source("notes", "Notes", 8);

  private final Starters starters = new Starters(new Meetings());

  @Test
  void askFirstWhatIsAnsweredTheLatestDocumentsBefore() {
    assertThat(starters.of(List.of()))
        .extracting(Starter::question)
        .containsExactly(
            "What do the documents say about the Berlin meeting?",
            "What do the documents say about the Paris meeting?",
            "What do the documents say about Notes?");
  }

  @Test
  void askOnlyOfTheDocumentsOfAPlace() {
    assertThat(starters.of(List.of("paris")))
        .containsExactly(
            new Starter("The Paris meeting", "What do the documents say about the Paris meeting?"));
  }

  @Test
  void askOfTheDocumentsThatAreServedNow() {
    Meetings meetings = new Meetings();
    Starters changing = new Starters(meetings);
    assertThat(changing.of(List.of())).hasSize(3);

    meetings.served = List.of(PARIS);

    assertThat(changing.of(List.of()))
        .extracting(Starter::title)
        .containsExactly("The Paris meeting");
  }

  private static Source source(String id, String title, int day) {
    return new Source(id, title, null, LocalDate.of(2026, 1, day), null, "en", 1);
  }

  /** Answers what asks of a meeting. */
  private static final class Meetings implements AnswerSource {

    private List<Source> served = List.of(BERLIN, NOTES, PARIS);

    @Override
    public Answer ask(Question question, List<String> documents) {
      boolean answered = question.text().contains("meeting");
      return new Answer(
          question.text(),
          answered ? Outcome.ANSWERED : Outcome.NOT_IN_SOURCES,
          "",
          List.of(),
          answered ? List.of(new Citation(1, PARIS, 1, "They meet.")) : List.of(),
          List.of(),
          "en",
          Duration.ZERO);
    }

    @Override
    public List<Finding> compare(Question text, int most) {
      return List.of();
    }

    @Override
    public List<FoundPassage> search(String query, int top, List<String> documents) {
      return List.of();
    }

    @Override
    public List<Source> sources() {
      return served;
    }

    @Override
    public Optional<SourceDocument> document(String id) {
      return Optional.empty();
    }
  }
}
