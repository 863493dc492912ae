package parley.bot.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bot.ledger.Ledger;
import parley.bot.ledger.QuestionEnd;
import parley.knowledge.Answer;
import parley.knowledge.Outcome;

/** Keeps whole answers in the ledger, so that a button under an old one still works. */
public final class AnswerArchive {

  private static final Logger log = LoggerFactory.getLogger(AnswerArchive.class);

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Ledger ledger;
  private final Clock clock;

  AnswerArchive(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  void keep(String questionId, Answer answer) {
    ledger.finish(
        questionId,
        new QuestionEnd(
            answer.outcome().code(),
            answer.text(),
            json(answer),
            clock.instant(),
            answer.tokens().in(),
            answer.tokens().out()));
  }

  void keepRefused(String questionId) {
    ledger.finish(questionId, new QuestionEnd(Outcome.REFUSED.code(), "", "", clock.instant()));
    ledger.release(questionId);
  }

  /** Forgets a question that was not meant for the bot. */
  void discard(String questionId) {
    ledger.discard(questionId);
  }

  Optional<Answer> find(String questionId) {
    return ledger.end(questionId).flatMap(AnswerArchive::read);
  }

  /** The answer that a question ended with, where it was kept by a version that is understood. */
  public static Optional<Answer> read(QuestionEnd end) {
    return end.details().isEmpty() ? Optional.empty() : answer(end);
  }

  private static String json(Answer answer) {
    try {
      return JSON.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer is not JSON", e);
    }
  }

  private static Optional<Answer> answer(QuestionEnd end) {
    try {
      return Optional.of(JSON.readValue(end.details(), Answer.class));
    } catch (JsonProcessingException e) {
      log.warn("an answer of another version cannot be read: {}", e.getOriginalMessage());
      return Optional.empty();
    }
  }
}
