package parley.knowledge.answer;

import parley.knowledge.Answer;
import parley.knowledge.AnswerListener;
import parley.knowledge.Question;

/** Answers questions. Implementations are thread-safe. */
@FunctionalInterface
public interface Answerer {

  /** Answers, or says why not; never throws because of what the question holds. */
  Answer answer(Question question);

  /** The same, telling the statements while they are written where that takes its time. */
  default Answer answer(Question question, AnswerListener listener) {
    return answer(question);
  }
}
