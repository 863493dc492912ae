package parley.knowledge.answer;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.LongSupplier;
import parley.knowledge.Answer;
import parley.knowledge.Question;
import parley.knowledge.TokenUse;
import parley.knowledge.index.RecentlyUsed;

/**
 * Gives the answer that was given to the same question before, as long as neither the documents nor
 * the day have changed: what many ask is looked up once. Thread-safe if what it asks is.
 */
public final class RememberedAnswers implements Answerer {

  /** About 10 KB each. */
  private static final int RECENT_ANSWERS = 500;

  /** A question, the state of the documents and the day that "last week" is counted from. */
  private record Asked(Question question, long version, LocalDate today) {}

  private final Answerer answerer;
  private final LongSupplier version;
  private final Clock clock;
  private final RecentlyUsed<Asked, Answer> answers = new RecentlyUsed<>(RECENT_ANSWERS);

  /**
   * Remembers nothing yet.
   *
   * @param answerer asked for what is not remembered; the same question has the same answer
   * @param version tells one state of the documents from another
   */
  public RememberedAnswers(Answerer answerer, LongSupplier version, Clock clock) {
    this.answerer = answerer;
    this.version = version;
    this.clock = clock;
  }

  @Override
  public Answer answer(Question question) {
    long start = System.nanoTime();
    Asked asked = new Asked(question, version.getAsLong(), LocalDate.now(clock));
    Answer known = answers.find(asked);
    if (known != null) {
      return known.after(Duration.ofNanos(System.nanoTime() - start), TokenUse.NONE);
    }
    Answer answer = answerer.answer(question);
    answers.keep(asked, answer);
    return answer;
  }
}
