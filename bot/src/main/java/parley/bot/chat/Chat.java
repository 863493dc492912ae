package parley.bot.chat;

import io.micrometer.observation.Observation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bot.chat.Refusal.Reason;
import parley.bot.ledger.AcceptedQuestion;
import parley.bot.ledger.Feedback;
import parley.bot.ledger.Ledger;
import parley.bot.ledger.LedgerException;
import parley.knowledge.Answer;

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

  /** The place that everybody asks in who asks on the web page. */
  public static final String WEB_PAGE = "web";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(15);
  private static final Duration WHEN_BUSY = Duration.ofSeconds(30);

  private final AnswerSource source;
  private final Ledger ledger;
  private final ChatSettings settings;
  private final Clock clock = Clock.systemUTC();
  private final Admission admission;
  private final AnswerArchive archive;
  private final Starters starters;
  private final Conversations conversations;
  private final Again upkeep;
  private final People people;
  private final Shares shares;
  private final Viewer viewer;
  private final Instruments instruments;
  private final ChatFigures figures;
  private final UnderWay underWay = new UnderWay();
  private final Delivery delivery;
  private final LeftBehind left;
  private final OrderedWorkers answering;
  private final Outbox outbox;
  private final Again again;

  /** Begins to take questions, with no viewer that people can reach, and nobody who counts. */
  public Chat(AnswerSource source, Ledger ledger, ChatSettings settings) {
    this(source, ledger, settings, Viewer.at(null), Instruments.unwatched());
  }

  /**
   * Begins to take questions.
   *
   * @param source answers them; stays the caller's to close, as the ledger does
   * @param viewer where people read the documents
   * @param instruments hear of its work
   */
  public Chat(
      AnswerSource source,
      Ledger ledger,
      ChatSettings settings,
      Viewer viewer,
      Instruments instruments) {
    KnownDocuments.check(settings, source.sources());
    this.source = source;
    this.ledger = ledger;
    this.settings = settings;
    this.archive = new AnswerArchive(ledger, clock);
    this.starters = new Starters(source);
    this.conversations = new Conversations(ledger, clock);
    this.admission = new Admission(settings, conversations);
    this.upkeep = LedgerUpkeep.start(ledger, settings, clock);
    this.people = new People(ledger, settings.keepDays());
    this.shares = new Shares(ledger, archive, clock);
    this.viewer = viewer.showing(settings.place(WEB_PAGE).selection());
    this.instruments = instruments;
    this.figures = new ChatFigures(instruments.figures());
    this.outbox = new Outbox(PATIENCE);
    this.delivery = new Delivery(ledger, clock, underWay, outbox);
    this.left = new LeftBehind(ledger, archive, clock, underWay, new LeftWork());
    LimitSettings bounds = settings.limits();
    this.answering = new OrderedWorkers("answering", bounds.atOnce(), bounds.waiting(), PATIENCE);
    figures.show("answering", answering);
    outbox.show(figures);
    this.again =
        Again.start(
            "left-behind",
            LOOK_AGAIN,
            LOOK_AGAIN,
            this::takeUpAgain,
            "what was left cannot be taken up now");
  }

  /**
   * Takes a question. When this returns, it is in the ledger or is none for the bot.
   *
   * @throws parley.bot.ledger.LedgerException if it cannot be kept: the platform should not
   *     acknowledge it
   */
  public Reception receive(IncomingQuestion question, Reply reply) {
    if (!admission.isAsked(question)) {
      return Reception.NOT_ASKED;
    }
    boolean awaited = conversations.awaitsReply(question);
    String id = UUID.randomUUID().toString();
    underWay.begin(id);
    if (!accepted(entry(id, question, reply), question)) {
      return Reception.SEEN_BEFORE;
    }
    Answering work = answering(id, question, reply, awaited);
    Optional<Refusal> refusal = admission.refusal(question).or(() -> begin(work));
    refusal.ifPresent(reason -> keepRefused(id));
    return received(question, refusal, reply::refuse);
  }

  private boolean accepted(AcceptedQuestion entry, IncomingQuestion question) {
    boolean accepted = false;
    try {
      accepted = ledger.accept(entry, question.eventNames());
    } finally {
      if (!accepted) {
        underWay.done(entry.id());
      }
    }
    return accepted;
  }

  /** The person is told at once; where that cannot be kept, they are answered later. */
  private void keepRefused(String id) {
    try {
      archive.keepRefused(id);
      underWay.done(id);
    } catch (LedgerException e) {
      log.warn("question {} was refused, and is taken up again: {}", id, e.getMessage());
      underWay.failed(id);
    }
  }

  private Answering answering(String id, IncomingQuestion question, Reply reply, boolean awaited) {
    PlaceSettings place = settings.place(question.place());
    return new Answering(
        trail(id, question),
        id,
        question,
        reply,
        awaited,
        source,
        place,
        conversations,
        archive,
        figures);
  }

  private Trail trail(String id, IncomingQuestion question) {
    return Trail.begin(id, question.platform(), instruments.observations());
  }

  /**
   * Takes up the questions of a platform that a process accepted and did not answer before it
   * ended. Those who asked lately are answered, others told that their questions were lost. To be
   * called once, when the platform can be reached; from then on, answers that could not be
   * delivered are tried again as well.
   */
  public void takeUp(String platform, ReplyMaker replies) {
    left.begin(platform, replies);
  }

  private void takeUpAgain() {
    delivery.noteDelivered();
    left.takeUp();
  }

  /** What is done with a question that was left behind. */
  private final class LeftWork implements LeftBehind.Work {

    @Override
    public void answer(String id, IncomingQuestion question, Reply reply) {
      boolean awaited = question.address() != Address.FOLLOW_UP;
      begin(answering(id, question, reply, awaited))
          .ifPresent(refusal -> refuse(id, question, reply, refusal));
    }

    @Override
    public void deliver(
        String id,
        IncomingQuestion question,
        Reply reply,
        Answer answer,
        Optional<Instant> perhapsSent) {
      delivery.send(delivery.given(id, question, answer, perhapsSent), reply, trail(id, question));
    }

    @Override
    public void refuse(String id, IncomingQuestion question, Reply reply, Refusal refusal) {
      delivery.refuse(id, question, reply, refusal);
    }
  }

  /**
   * Takes an event by which somebody turns to the bot without asking anything. It counts as a
   * question, and nothing of it is kept.
   *
   * @param prompt tells the person what may be asked
   * @param teller tells them why that is not said, where it is not
   * @throws parley.bot.ledger.LedgerException if its event cannot be claimed
   */
  public Reception prompt(
      IncomingQuestion empty, Runnable prompt, Function<Refusal, CompletionStage<Void>> teller) {
    if (!admission.isAsked(empty)) {
      return Reception.NOT_ASKED;
    }
    if (!ledger.claim(empty.eventNames())) {
      return Reception.SEEN_BEFORE;
    }
    Optional<Refusal> refusal = admission.refusal(empty);
    if (refusal.isEmpty()) {
      outbox.post(Outbox.lane(empty), prompt);
    }
    return received(empty, refusal, teller);
  }

  /**
   * Takes a message whose statements are to be held against the documents, for one person alone. It
   * counts against their limits as a question does. What it says is not kept: nobody said it to the
   * bot.
   *
   * @throws parley.bot.ledger.LedgerException if its event cannot be claimed
   */
  public Reception check(IncomingQuestion message, CheckReply reply) {
    if (!ledger.claim(message.eventNames())) {
      return Reception.SEEN_BEFORE;
    }
    PlaceSettings place = settings.place(message.place());
    Checking work = new Checking(message, reply, source, place);
    Runnable task = () -> work.run(send -> post(message.conversation(), send));
    return received(
        message,
        admission.refusal(message).or(() -> submit(message.conversation(), task)),
        refusal -> {
          reply.refuse(refusal);
          return Reply.DONE;
        });
  }

  /**
   * Searches the documents. It counts against the limits as a question does, and is not kept.
   *
   * @param query what to look for
   * @param top how many passages at most, at least 1
   */
  public Reception search(IncomingQuestion query, int top, SearchReply reply) {
    Searching work = new Searching(query, top, reply, source, settings.place(query.place()));
    return received(
        query,
        admission.refusal(query).or(() -> submit(query.conversation(), work::run)),
        refusal -> {
          reply.refuse(refusal);
          return Reply.DONE;
        });
  }

  private Optional<Refusal> begin(Answering work) {
    IncomingQuestion question = work.question();
    Trail trail = work.trail();
    trail.follow(
        () ->
            log.info(
                "question {} taken: {} in {}, {} characters",
                work.id(),
                question.address(),
                question.place(),
                question.text().length()));
    Observation waiting = trail.stage("queue");
    return submit(
        question.conversation(),
        () -> {
          waiting.stop();
          trail.follow(() -> work(work));
        });
  }

  private void work(Answering work) {
    String id = work.id();
    IncomingQuestion question = work.question();
    Reply reply = work.reply();
    try {
      work.run(message -> outbox.send(question, reply, message), () -> reroute(id, question, reply))
          .ifPresentOrElse(
              answer ->
                  delivery.send(
                      delivery.given(id, question, answer, Optional.empty()), reply, work.trail()),
              () -> underWay.done(id));
    } catch (RuntimeException | Error e) {
      underWay.failed(id);
      throw e;
    }
  }

  private void reroute(String id, IncomingQuestion question, Reply reply) {
    ledger.reroute(id, ReturnRoute.kept(question, reply));
  }

  private Optional<Refusal> submit(String conversation, Runnable task) {
    return answering.submit(conversation, task)
        ? Optional.empty()
        : Optional.of(new Refusal(Reason.BUSY, WHEN_BUSY));
  }

  private Reception received(
      IncomingQuestion question,
      Optional<Refusal> refusal,
      Function<Refusal, CompletionStage<Void>> teller) {
    refusal.ifPresent(reason -> tell(question, reason, teller));
    return refusal.isPresent() ? Reception.REFUSED : Reception.TAKEN;
  }

  private void tell(
      IncomingQuestion question, Refusal refusal, Function<Refusal, CompletionStage<Void>> teller) {
    log.info("a question in {} was refused: {}", question.place(), refusal.reason());
    figures.refused(question.platform(), refusal);
    if (admission.mayTell(question, refusal)) {
      postStage(question.conversation(), () -> teller.apply(refusal));
    }
  }

  private AcceptedQuestion entry(String id, IncomingQuestion question, Reply reply) {
    return new AcceptedQuestion(
        id,
        question.platform(),
        question.conversation(),
        question.place(),
        question.thread(),
        question.person(),
        question.text(),
        clock.instant(),
        ReturnRoute.kept(question, reply));
  }

  /**
   * Runs a task that talks to a platform, after those posted before it in the same lane. What it
   * throws is logged. Beyond a bound that only a platform's long outage reaches, it is dropped.
   *
   * @param lane a place, or whatever else is to be kept in order
   */
  public void post(String lane, Runnable task) {
    outbox.post(lane, task);
  }

  /** As {@link #post}, of a task that ends when what it gives ends: no thread waits for it. */
  public void postStage(String lane, Supplier<? extends CompletionStage<?>> task) {
    outbox.postStage(lane, task);
  }

  /** Gives a platform rates of its own; to be called before its first question. */
  public void limit(String platform, Rates rates) {
    admission.limit(platform, rates);
  }

  /**
   * Looks up what somebody is still typing, in the sources' own sentences; it is not kept. If what
   * this gives is completed before its turn comes, it is not looked up at all.
   *
   * @return empty where a limit is reached
   */
  public CompletableFuture<Optional<Answer>> preview(IncomingQuestion question) {
    CompletableFuture<Optional<Answer>> preview = new CompletableFuture<>();
    boolean taken =
        admission.refusal(question).isEmpty()
            && answering.submit(question.conversation(), () -> look(question, preview));
    if (!taken) {
      preview.complete(Optional.empty());
    }
    return preview;
  }

  private void look(IncomingQuestion question, CompletableFuture<Optional<Answer>> preview) {
    if (!preview.isDone()) {
      preview.completeAsync(
          () ->
              Optional.of(
                  source.quote(
                      question.forKnowledge(List.of()),
                      settings.place(question.place()).documents())),
          Runnable::run);
    }
  }

  /**
   * Whether what a method of the chat threw is a failure of its storage: then nothing was kept, and
   * the event should be handed over again later.
   */
  public static boolean isStorageFailure(RuntimeException failure) {
    return failure instanceof LedgerException;
  }

  /** Links to single answers. */
  public Shares shares() {
    return shares;
  }

  /** The documents that a place is answered from. */
  public ServedDocuments documents(String place) {
    return new ServedDocuments(source, viewer, settings.place(place).selection());
  }

  /** Where people read the documents that the web page may show. */
  public Viewer viewer() {
    return viewer;
  }

  /** What is remembered of people. */
  public People people() {
    return people;
  }

  /**
   * Claims an event that is no question.
   *
   * @return whether none of its names was seen before
   */
  public boolean claim(Collection<String> eventNames) {
    return ledger.claim(eventNames);
  }

  /**
   * Stands for what one process at a time does, of all that share the ledger.
   *
   * @param office what it is, such as {@code telegram-polling}
   * @return to be closed before the chat's ledger
   */
  public Election stand(String office) {
    return Election.of(ledger, office);
  }

  /** An answer given before, while it is remembered. */
  public Optional<Answer> recall(String questionId) {
    return archive.find(questionId);
  }

  /** Keeps what a person thinks of an answer; a later word replaces an earlier one. */
  public void keepFeedback(String questionId, String person, boolean helpful, String reason) {
    ledger.keep(new Feedback(questionId, person, helpful, reason, clock.instant()));
    log.info("answer {} was found {}", questionId, helpful ? "helpful" : "not helpful");
  }

  /** At most four questions to begin with in a place; the first call takes a while. */
  public List<Starter> starters(String place) {
    return starters.of(settings.place(place).documents());
  }

  /**
   * Takes nothing more, and gives what is under way half a minute to be answered and sent. What
   * then is left, the next process takes up.
   */
  @Override
  public void close() {
    again.close();
    answering.close();
    outbox.close();
    upkeep.close();
  }
}
