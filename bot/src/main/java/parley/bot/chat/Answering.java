package parley.bot.chat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.knowledge.Answer;
import parley.knowledge.AnswerListener;
import parley.knowledge.Outcome;
import parley.knowledge.Turn;

/**
 * The way of one question from the queue to the person's screen.
 *
 * @param trail its way until now
 * @param awaited whether the person waits for a reply, be it that nothing was found
 */
record Answering(
    Trail trail,
    String id,
    IncomingQuestion question,
    Reply reply,
    boolean awaited,
    AnswerSource source,
    PlaceSettings place,
    Conversations conversations,
    AnswerArchive archive,
    ChatFigures figures) {

  private static final Logger log = LoggerFactory.getLogger(Answering.class);

  /** What was perhaps not meant for the bot is not shown before it is clear that it answers. */
  private static final AnswerListener UNHEARD = (statement, citations) -> {};

  private static final String SORRY =
      "Something went wrong while I looked for an answer. Please ask me again in a moment.";

  /**
   * Makes the answer and keeps it.
   *
   * @param sender runs what talks to the platform, in the order of the place
   * @param reroute keeps the way back anew, which a part that is shown may change
   * @return the answer to deliver; empty where the question was not meant for the bot
   */
  Optional<Answer> run(Consumer<Supplier<CompletionStage<Void>>> sender, Runnable reroute) {
    boolean quiet = question.address() == Address.FOLLOW_UP;
    if (!quiet) {
      sender.accept(this::showWork);
    }
    long start = System.nanoTime();
    Showing showing = new Showing(id, reply, sender, reroute);
    Answer answer = answer(quiet ? UNHEARD : showing);
    showing.end();
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    if (quiet && !FollowUp.worthSaying(answer.outcome(), awaited)) {
      archive.discard(id);
      log.info("question {} was left alone: {}", id, answer.outcome().code());
      return Optional.empty();
    }
    archive.keep(id, answer);
    figures.ended(question.platform(), answer, time);
    log.info(
        "question {} ended: {} with {} citations, {} ms",
        id,
        answer.outcome().code(),
        answer.citations().size(),
        time.toMillis());
    return Optional.of(answer);
  }

  private Answer answer(AnswerListener listener) {
    try {
      return source.ask(question.forKnowledge(history()), place.documents(), listener);
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

  /** What others ask in a thread is put into its context only where it cannot stand alone. */
  private List<Turn> history() {
    return awaited || FollowUp.pointsBack(question.text())
        ? conversations.turns(question)
        : List.of();
  }

  private CompletionStage<Void> showWork() {
    reply.working();
    return Reply.DONE;
  }
}
