package parley.bot.chat;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bot.chat.Refusal.Reason;
import parley.bot.ledger.AcceptedQuestion;
import parley.bot.ledger.Feedback;
import parley.bot.ledger.Ledger;
import parley.knowledge.Answer;
import parley.knowledge.Citation;
import parley.knowledge.Paragraph;
import parley.knowledge.SourceDocument;

/**
 * Takes questions from the platforms and sees to their answers. Thread-safe.
 *
 * <p>{@link #receive} is quick: it keeps the question in the ledger and returns, so that a platform
 * can acknowledge its event. The answer is made by one of a bounded number of threads, in the order
 * of its conversation, and goes out in the order of its place; a place that is slow to reach holds
 * up no other.
 */
public final class Chat implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Chat.class);

  /** Senders mostly wait: for a platform, or for the time after which it may be asked again. */
  private static final int SENDERS = 32;

  private static final int MOST_UNSENT = 20_000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration WHEN_BUSY = Duration.ofSeconds(30);

  private final AnswerSource source;
  private final Ledger ledger;
  private final ChatSettings settings;
  private final Clock clock = Clock.systemUTC();
  private final RateLimits limits;
  private final AnswerArchive archive;
  private final Starters starters;
  private final Conversations conversations;
  private final LedgerUpkeep upkeep;
  private final OrderedWorkers answering;
  private final OrderedWorkers sending;

  /**
   * Begins to take questions.
   *
   * @param source answers them; stays the caller's to close, as the ledger does
   * @throws ConfigurationException if a channel is given a document that is not served
   */
  public Chat(AnswerSource source, Ledger ledger, ChatSettings settings) {
    KnownDocuments.check(settings, source.sources());
    this.source = source;
    this.ledger = ledger;
    this.settings = settings;
    this.limits = new RateLimits(settings.limits());
    this.archive = new AnswerArchive(ledger, clock);
    this.starters = new Starters(source);
    this.conversations = new Conversations(ledger, clock);
    this.upkeep = LedgerUpkeep.start(ledger, settings, clock);
    LimitSettings bounds = settings.limits();
    this.answering = new OrderedWorkers("answering", bounds.atOnce(), bounds.waiting(), PATIENCE);
    this.sending = new OrderedWorkers("sending", SENDERS, MOST_UNSENT, PATIENCE);
  }

  /**
   * Takes a question. When this returns, it is in the ledger or is none for the bot.
   *
   * @throws parley.bot.ledger.LedgerException if it cannot be kept: the platform should not
   *     acknowledge it
   */
  public Reception receive(IncomingQuestion question, Reply reply) {
    PlaceSettings place = settings.place(question.place());
    if (!isAsked(question, place)) {
      return Reception.NOT_ASKED;
    }
    String id = UUID.randomUUID().toString();
    if (!ledger.accept(entry(id, question), question.eventNames())) {
      return Reception.SEEN_BEFORE;
    }
    Optional<Refusal> refusal = refusal(question, place).or(() -> begin(id, question, reply));
    refusal.ifPresent(reason -> refuse(id, question, reason, reply));
    return refusal.isPresent() ? Reception.REFUSED : Reception.TAKEN;
  }

  private boolean isAsked(IncomingQuestion question, PlaceSettings place) {
    return switch (question.address()) {
      case PRIVATE -> true;
      case DIRECT, MENTION -> !place.off();
      case FOLLOW_UP -> !place.off() && !place.mentionAlways() && conversations.expects(question);
    };
  }

  private Optional<Refusal> refusal(IncomingQuestion question, PlaceSettings place) {
    return place.off()
        ? Optional.of(new Refusal(Reason.OFF, Duration.ZERO))
        : limits.refusal(question.workspace(), question.person());
  }

  private Optional<Refusal> begin(String id, IncomingQuestion question, Reply reply) {
    log.info(
        "question {} taken: {} in {}, {} characters",
        id,
        question.address(),
        question.place(),
        question.text().length());
    Answering work =
        new Answering(
            id, question, reply, source, settings.place(question.place()), conversations, archive);
    Runnable task = () -> work.run(send -> post(question.place(), send), this::noteDelivered);
    return answering.submit(question.conversation(), task)
        ? Optional.empty()
        : Optional.of(new Refusal(Reason.BUSY, WHEN_BUSY));
  }

  private void refuse(String id, IncomingQuestion question, Refusal refusal, Reply reply) {
    log.info("question {} refused: {} in {}", id, refusal.reason(), question.place());
    archive.keepRefused(id);
    if (refusal.reason() == Reason.OFF || limits.mayTell(question.workspace(), question.person())) {
      post(question.place(), () -> reply.refuse(refusal));
    }
  }

  private void noteDelivered(String id) {
    ledger.delivered(id, clock.instant());
  }

  private AcceptedQuestion entry(String id, IncomingQuestion question) {
    return new AcceptedQuestion(
        id,
        question.platform(),
        question.conversation(),
        question.place(),
        question.thread(),
        question.person(),
        question.text(),
        clock.instant());
  }

  /**
   * Runs a task that talks to a platform, after those posted before it for the same place. What it
   * throws is logged. Beyond a bound that only a platform's long outage reaches, it is dropped.
   */
  public void post(String place, Runnable task) {
    if (!sending.submit(place, task)) {
      log.warn("a message to {} was dropped: too many wait", place);
    }
  }

  /**
   * Claims an event that is no question.
   *
   * @return whether none of its names was seen before
   */
  public boolean claim(Collection<String> eventNames) {
    return ledger.claim(eventNames);
  }

  /** An answer given before, while it is remembered. */
  public Optional<Answer> recall(String questionId) {
    return archive.find(questionId);
  }

  /** The paragraph that a citation points to, where its document is still served. */
  public Optional<Paragraph> paragraph(Citation citation) {
    return source
        .document(citation.source().id())
        .map(SourceDocument::paragraphs)
        .filter(paragraphs -> citation.paragraph() <= paragraphs.size())
        .map(paragraphs -> paragraphs.get(citation.paragraph() - 1));
  }

  /** Keeps what a person thinks of an answer; a later word replaces an earlier one. */
  public void keepFeedback(String questionId, String person, boolean helpful, String reason) {
    ledger.keep(new Feedback(questionId, person, helpful, reason, clock.instant()));
    log.info("answer {} was found {}", questionId, helpful ? "helpful" : "not helpful");
  }

  /** At most four questions to begin with; the first call takes a while. */
  public List<Starter> starters() {
    return starters.get();
  }

  /** Takes nothing more, and gives what is under way ten seconds to be answered and sent. */
  @Override
  public void close() {
    answering.close();
    sending.close();
    upkeep.close();
  }
}
