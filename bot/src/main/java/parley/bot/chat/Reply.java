package parley.bot.chat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import parley.knowledge.Citation;
import parley.knowledge.Statement;

/**
 * The way back to a person who asked. Its methods are called from threads of the chat, each only
 * when what the one before it gave has ended; what they throw is logged, and the answer counts as
 * not delivered.
 */
public interface Reply {

  /** What was done before the method returned. */
  CompletionStage<Void> DONE = CompletableFuture.completedStage(null);

  /**
   * How long the place has to be left alone before the next call here, as the platform's limits
   * want it; zero for not at all. It is asked again after that time. While a place waits, no thread
   * does, and other places go on.
   */
  default Duration pause() {
    return Duration.ZERO;
  }

  /**
   * What the platform needs to make such a reply again after a restart; nobody else reads it. It is
   * kept until the answer is delivered, so it is not to tell who the person is.
   *
   * @return empty where the person is out of reach after a restart
   */
  default String route() {
    return "";
  }

  /** Whether an answer that is perhaps there is found there, and not sent again. */
  default boolean findsWhatWasSent() {
    return false;
  }

  /**
   * Whether the person certainly has nothing of the answer whose delivery failed. It can then be
   * delivered later although it set out.
   */
  default boolean nothingArrived() {
    return false;
  }

  /** Shows that the bot is at work; an answer follows. */
  void working();

  /**
   * Hears of a statement of the answer that is being made, from the thread that makes it: whoever
   * has nothing to call for it may show it at once. It must not wait.
   *
   * @param citations those that the statement names
   */
  default void statement(Statement statement, List<Citation> citations) {}

  /**
   * Shows what stands of the answer while a language model writes it, in place of what was shown of
   * it before. The answer follows, and replaces it: it may have other statements, or none of these.
   * Called at most every second or so; not called where no model writes.
   *
   * @return as of {@link #answer}; after a failure no more is shown before the answer
   */
  default CompletionStage<Void> partial(PartialAnswer answer) {
    return DONE;
  }

  /**
   * Shows the answer.
   *
   * @return ends when the person has it, or with what prevented that, which is logged unless it is
   *     a {@link java.util.concurrent.CancellationException}: nobody is there any more; {@link
   *     #DONE} where the method has waited for it
   */
  CompletionStage<Void> answer(GivenAnswer answer);

  /**
   * Tells the person alone, where the platform can do that, that the question is not looked at.
   *
   * @return as of {@link #answer}
   */
  CompletionStage<Void> refuse(Refusal refusal);
}
