package parley.bot.chat;

import java.util.Objects;
import parley.knowledge.Answer;

/**
 * An answer on its way to the person who asked.
 *
 * @param id what {@link Chat#recall} and {@link Chat#keepFeedback} find it by
 * @param question what it answers
 * @param answer the answer
 */
public record GivenAnswer(String id, IncomingQuestion question, Answer answer) {

  public GivenAnswer {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(answer, "answer");
  }
}
