package parley.knowledge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import parley.knowledge.Answer;
import parley.knowledge.Outcome;
import parley.knowledge.Question;
import parley.knowledge.Turn;

class RememberedAnswersTest {

  private static final Question DAM = Question.of("When was the dam built?");

  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicLong version = new AtomicLong(1);
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-06T10:00:00Z"));
  private final RememberedAnswers answers =
      new RememberedAnswers(
          question ->
              new Answer(
                  question.text(),
                  Outcome.NOT_IN_SOURCES,
                  "answer " + asked.incrementAndGet(),
                  List.of(),
                  List.of(),
                  List.of(),
                  "en",
                  Duration.ofHours(1)),
          version::get,
          new Clock() {
            @Override
            public Instant instant() {
              return now.get();
            }

            @Override
            public ZoneOffset getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
              return this;
            }
          });

  @Test
  void looksUpOnceWhatIsAskedTwice() {
    assertThat(answers.answer(DAM).text()).isEqualTo("answer 1");
    assertThat(answers.answer(DAM).text()).isEqualTo("answer 1");
  }

  @Test
  void saysHowLongTheSecondTimeTook() {
    answers.answer(DAM);

    assertThat(answers.answer(DAM).time()).isLessThan(Duration.ofHours(1));
  }

  @Test
  void looksAgainAfterADocumentHasChanged() {
    answers.answer(DAM);
    version.incrementAndGet();

    assertThat(answers.answer(DAM).text()).isEqualTo("answer 2");
  }

  @Test
  void looksAgainOnAnotherDay() {
    answers.answer(DAM);
    now.set(Instant.parse("2026-01-07T00:00:00Z"));

    assertThat(answers.answer(DAM).text()).isEqualTo("answer 2");
  }

  @Test
  void anotherConversationOrOtherDocumentsAreAnotherQuestion() {
    answers.answer(DAM);
    answers.answer(new Question(DAM.text(), List.of(new Turn("Which dam?", "The one at Orsha."))));
    answers.answer(DAM.to(Set.of("dam")));

    assertThat(answers.answer(DAM.in("fr")).text()).isEqualTo("answer 4");
  }
}
