package parley.bot.chat;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is on its way to people, in the order of its lane: a place, or whatever else is to be kept
 * in order. What fails is logged. Beyond a bound that only a platform's long outage reaches,
 * messages are dropped. Thread-safe.
 */
final class Outbox implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Outbox.class);

  /**
   * Senders mostly wait for a platform to answer. A place that has to be left alone for a moment
   * takes none of them up.
   */
  private static final int SENDERS = 32;

  private static final int MOST_UNSENT = 20_000;

  private final OrderedWorkers sending;

  /**
   * An empty one.
   *
   * @param patience how long to wait at the end for what is unsent
   */
  Outbox(Duration patience) {
    sending = new OrderedWorkers("sending", SENDERS, MOST_UNSENT, patience);
  }

  /** Runs a task that talks to a platform, after those posted before it in the same lane. */
  void post(String lane, Runnable task) {
    noteDropped(lane, sending.submit(lane, task));
  }

  /** As {@link #post}, of a task that ends when what it gives ends: no thread waits for it. */
  void postStage(String lane, Supplier<? extends CompletionStage<?>> task) {
    noteDropped(lane, sending.submitStage(lane, task));
  }

  /**
   * Sends what belongs to a question, when its place may be written to.
   *
   * @return false where it is dropped
   */
  boolean send(IncomingQuestion question, Reply reply, Supplier<CompletionStage<Void>> message) {
    String lane = lane(question);
    boolean taken = sending.submitStage(lane, reply::pause, message);
    noteDropped(lane, taken);
    return taken;
  }

  /** Shows how much is on its way. */
  void show(ChatFigures figures) {
    figures.show("sending", sending);
  }

  /** What one person sees need not wait for what goes to all in its place. */
  static String lane(IncomingQuestion question) {
    return switch (question.address()) {
      case PRIVATE, REQUEST -> question.conversation();
      case DIRECT, MENTION, GROUP, FOLLOW_UP -> question.place();
    };
  }

  private static void noteDropped(String lane, boolean taken) {
    if (!taken) {
      log.warn("a message in lane {} was dropped: too many wait", lane);
    }
  }

  @Override
  public void close() {
    sending.close();
  }
}
