package parley.bot.chat;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import parley.knowledge.Answer;

/**
 * An answer on its way to the person who asked.
 *
 * @param id what {@link Chat#recall} and {@link Chat#keepFeedback} find it by
 * @param question what it answers
 * @param answer the answer
 * @param settingOut to be run right before its first message leaves; after a restart it is then
 *     known that the message may be there
 * @param perhapsSent when its first message left, where that was before a restart
 */
public record GivenAnswer(
    String id,
    IncomingQuestion question,
    Answer answer,
    Runnable settingOut,
    Optional<Instant> perhapsSent) {

  public GivenAnswer {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(answer, "answer");
    Objects.requireNonNull(settingOut, "setting out");
    Objects.requireNonNull(perhapsSent, "perhaps sent");
  }

  /** An answer that nobody keeps account of. */
  public GivenAnswer(String id, IncomingQuestion question, Answer answer) {
    this(id, question, answer, () -> {}, Optional.empty());
  }
}
