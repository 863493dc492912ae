package parley.bot.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bot.chat.Refusal.Reason;
import parley.bot.ledger.Ledger;
import parley.bot.ledger.LeftQuestion;
import parley.knowledge.Answer;

/**
 * Takes up the questions that nobody works on: those that another process left behind, and those
 * that this one could not deliver. Or tells people that they were lost.
 */
final class LeftBehind {

  private static final Logger log = LoggerFactory.getLogger(LeftBehind.class);

  /** Whoever waited longer has gone on to something else. */
  private static final Duration ANSWERED_FOR = Duration.ofMinutes(15);

  /** Whoever waited longer has forgotten that they asked. */
  private static final Duration REGRETTED_FOR = Duration.ofHours(12);

  /** What a chat does with a question that was left. */
  interface Work {

    /** Answers it as if it had come just now. */
    void answer(String id, IncomingQuestion question, Reply reply);

    /** Delivers the answer that was made before, and perhaps sent at some time. */
    void deliver(
        String id,
        IncomingQuestion question,
        Reply reply,
        Answer answer,
        Optional<Instant> perhapsSent);

    /** Tells the person why there is no answer. */
    void refuse(String id, IncomingQuestion question, Reply reply, Refusal refusal);
  }

  private final Ledger ledger;
  private final AnswerArchive archive;
  private final Clock clock;
  private final UnderWay underWay;
  private final Work work;
  private final Map<String, ReplyMaker> platforms = new ConcurrentHashMap<>();

  LeftBehind(Ledger ledger, AnswerArchive archive, Clock clock, UnderWay underWay, Work work) {
    this.ledger = ledger;
    this.archive = archive;
    this.clock = clock;
    this.underWay = underWay;
    this.work = work;
  }

  /** Takes up what a platform's questions are, now and whenever {@link #takeUp} is called. */
  void begin(String platform, ReplyMaker replies) {
    platforms.put(platform, replies);
    takeUp(platform, replies);
  }

  /** Takes up what nobody works on and is due for another try. */
  void takeUp() {
    platforms.forEach(this::takeUp);
  }

  /** What is read before it is begun may be answered by then: so it is read again after that. */
  private void takeUp(String platform, ReplyMaker replies) {
    Set<String> begun = new HashSet<>();
    try {
      ledger.left(platform).stream()
          .map(left -> left.question().id())
          .filter(this::begin)
          .forEach(begun::add);
      List<LeftQuestion> still = begun.isEmpty() ? List.of() : ledger.left(platform);
      for (LeftQuestion left : still) {
        if (begun.remove(left.question().id())) {
          takeUp(left, replies);
        }
      }
    } finally {
      begun.forEach(underWay::done);
    }
  }

  /** Begins with a question, unless this process or another works on it. */
  private boolean begin(String id) {
    if (!underWay.begin(id)) {
      return false;
    }
    boolean taken = false;
    try {
      taken = ledger.take(id);
    } finally {
      if (!taken) {
        underWay.done(id);
      }
    }
    return taken;
  }

  private void takeUp(LeftQuestion left, ReplyMaker replies) {
    String id = left.question().id();
    try {
      if (!isTakenUp(left, replies)) {
        giveUp(id);
      }
    } catch (RuntimeException e) {
      log.warn("question {} is taken up later: {}", id, e.getMessage());
      underWay.failed(id);
    }
  }

  private void giveUp(String id) {
    ledger.release(id);
    underWay.done(id);
  }

  /** False where the way back to the person cannot be read. */
  private boolean isTakenUp(LeftQuestion left, ReplyMaker replies) {
    Optional<ReturnRoute> route = ReturnRoute.of(left.question());
    if (route.isEmpty()) {
      return false;
    }
    IncomingQuestion question = route.get().question(left.question());
    Optional<Reply> reply = replies.reply(question, route.get().reply());
    reply.ifPresent(way -> takeUp(left, question, way));
    return reply.isPresent();
  }

  private void takeUp(LeftQuestion left, IncomingQuestion question, Reply reply) {
    String id = left.question().id();
    Duration age = Duration.between(left.question().asked(), clock.instant());
    boolean unsure = left.sending().isPresent() && !reply.findsWhatWasSent();
    if (age.compareTo(REGRETTED_FOR) > 0) {
      log.info("question {} was left behind {} ago and is given up", id, age);
      giveUp(id);
    } else if (age.compareTo(ANSWERED_FOR) > 0 || unsure) {
      Reason reason = unsure ? Reason.INTERRUPTED : Reason.LATE;
      log.info("question {} was left behind {} ago: the person is told ({})", id, age, reason);
      work.refuse(id, question, reply, new Refusal(reason, Duration.ZERO));
    } else {
      log.info("question {} was left behind {} ago and is taken up", id, age);
      answer(left, question, reply);
    }
  }

  private void answer(LeftQuestion left, IncomingQuestion question, Reply reply) {
    String id = left.question().id();
    Optional<Answer> made = archive.find(id);
    if (made.isPresent()) {
      work.deliver(id, question, reply, made.get(), left.sending());
    } else {
      work.answer(id, question, reply);
    }
  }
}
