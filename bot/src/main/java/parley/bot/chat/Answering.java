package parley.bot.chat;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.knowledge.Answer;
import parley.knowledge.Outcome;
import parley.knowledge.Question;

/** The way of one question from the queue to the person's screen. */
record Answering(
    String id,
    IncomingQuestion question,
    Reply reply,
    AnswerSource source,
    PlaceSettings place,
    Conversations conversations,
    AnswerArchive archive) {

  private static final Logger log = LoggerFactory.getLogger(Answering.class);

  private static final String SORRY =
      "Something went wrong while I looked for an answer. Please ask me again in a moment.";

  /**
   * Makes the answer, keeps it and has it sent.
   *
   * @param sender runs what talks to the platform, in the order of the place
   * @param delivered hears of the question once the person has the answer
   */
  void run(Consumer<Runnable> sender, Consumer<String> delivered) {
    boolean quiet = question.address() == Address.FOLLOW_UP;
    if (!quiet) {
      sender.accept(reply::working);
    }
    long start = System.nanoTime();
    Answer answer = answer();
    archive.keep(id, answer);
    log.info(
        "question {} ended: {} with {} citations, {} ms",
        id,
        answer.outcome().code(),
        answer.citations().size(),
        Duration.ofNanos(System.nanoTime() - start).toMillis());
    if (quiet && !FollowUp.worthSaying(question.text(), answer.outcome())) {
      delivered.accept(id);
    } else {
      sender.accept(() -> deliver(answer, delivered));
    }
  }

  private Answer answer() {
    try {
      return source.ask(
          new Question(question.text(), conversations.turns(question)), place.documents());
    } catch (RuntimeException e) {
      log.error("question {} failed", id, e);
      return new Answer(
          question.text(),
          Outcome.FAILED,
          SORRY,
          List.of(),
          List.of(),
          List.of(),
          "en",
          Duration.ZERO);
    }
  }

  private void deliver(Answer answer, Consumer<String> delivered) {
    try {
      reply.answer(new GivenAnswer(id, question, answer));
      delivered.accept(id);
    } catch (RuntimeException e) {
      log.warn("answer {} did not reach {}: {}", id, question.place(), e.getMessage());
    }
  }
}
