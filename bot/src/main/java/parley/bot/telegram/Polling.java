package parley.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bot.chat.BackOff;

/**
 * Asks Telegram for updates, on one thread, while it is this process's turn, until it is closed.
 *
 * <p>The session of telegrambots-longpolling 10.2.0 is not used. It stops for good when its
 * consumer throws, and says that it runs; reads a batch as a whole, so that one update which it
 * cannot read comes for ever; moves its offset before a batch is handled; knows of an error no more
 * than the status line, not how long to wait; logs each with a stack trace; and asks without a
 * pause where the server answers at once. What it asks with is used.
 */
final class Polling implements AutoCloseable {

  /** Calls Telegram. */
  interface Telegram {

    /** Waits for updates after one, and ends with them as a JSON array. */
    CompletionStage<JsonNode> updatesAfter(int update);

    /** Has Telegram send updates nowhere, so that they can be asked for. */
    CompletionStage<JsonNode> deleteWebhook();
  }

  /**
   * How long things may take.
   *
   * @param poll after which a poll is given up
   * @param firstWait before the second try; it doubles from try to try, up to half a minute
   * @param rest least time from one poll to the next where there is nothing new
   */
  record Times(Duration poll, Duration firstWait, Duration rest) {

    /** A poll with the longest wait after it, twice. */
    Duration longestSilence() {
      return poll.plus(Duration.ofMinutes(1)).multipliedBy(2);
    }
  }

  private static final Logger log = LoggerFactory.getLogger(Polling.class);

  /** After as much silence Telegram may begin to count anew; it does so after a week. */
  private static final Duration FORGET_OFFSET = Duration.ofDays(1);

  private final Telegram telegram;
  private final Consumer<JsonNode> handler;
  private final Times times;
  private final BooleanSupplier turn;
  private final IntervalFunction waits;
  private final Outage outage = new Outage();
  private final RecentUpdates recent = new RecentUpdates();

  private @Nullable Thread thread;
  private boolean closed;
  private volatile long lastPoll = System.nanoTime();
  private volatile long lastNews = System.nanoTime();
  private volatile int last;

  /**
   * Prepares to poll.
   *
   * @param handler takes each update; what it throws is the storage's failure, and the update comes
   *     again
   * @param turn whether it is this process that asks: Telegram gives each update to one who asks
   */
  Polling(Telegram telegram, Consumer<JsonNode> handler, Times times, BooleanSupplier turn) {
    this.telegram = telegram;
    this.handler = handler;
    this.times = times;
    this.turn = turn;
    this.waits = BackOff.waits(times.firstWait());
  }

  /** Begins to poll, or begins again where a thread was lost. */
  synchronized void start() {
    if (!closed) {
      Thread next = new Thread(this::run, "telegram-polling");
      next.setDaemon(true);
      lastPoll = System.nanoTime();
      thread = next;
      next.start();
    }
  }

  /** Whether somebody polls or waits for his turn, and the last poll was answered. */
  synchronized boolean isConnected() {
    return !closed && thread != null && thread.isAlive() && outage.isOver();
  }

  /** To be called now and then: sees to it that somebody polls. */
  synchronized void watch() {
    Thread watched = thread;
    boolean silent = since(lastPoll).compareTo(times.longestSilence()) > 0;
    if (watched != null && !closed && (silent || !watched.isAlive())) {
      log.warn("nobody has asked telegram for updates for {}: beginning again", since(lastPoll));
      watched.interrupt();
      start();
    }
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  private synchronized boolean isMine() {
    return !closed && Thread.currentThread().equals(thread);
  }

  private void run() {
    try {
      while (isMine()) {
        if (turn.getAsBoolean()) {
          pollInTurn();
        } else {
          outage.leave();
          sleep(times.rest());
        }
      }
    } catch (InterruptedException e) {
      log.debug("polling ends");
    }
  }

  private void pollInTurn() throws InterruptedException {
    deleteWebhook();
    int failures = 0;
    while (isMine() && turn.getAsBoolean()) {
      lastPoll = System.nanoTime();
      Duration wait = poll(failures + 1);
      failures = wait == null ? 0 : failures + 1;
      sleep(wait == null ? Duration.ZERO : wait);
    }
  }

  private void sleep(Duration wait) throws InterruptedException {
    lastPoll = System.nanoTime() + wait.toNanos(); // no silence before that is one
    TimeUnit.NANOSECONDS.sleep(wait.toNanos());
  }

  /** Polls once; gives how long to wait where that failed for this many times. */
  private @Nullable Duration poll(int failures) throws InterruptedException {
    try {
      boolean anythingNew = handle(ask());
      outage.end();
      rest(anythingNew);
      return null;
    } catch (TelegramFault e) {
      return afterFault(e, failures);
    } catch (RuntimeException | Error e) {
      // The storage's, or the machine's: the updates that are left come again.
      outage.note("updates cannot be handled: " + e.getMessage());
      return wait(failures);
    }
  }

  private JsonNode ask() throws TelegramFault, InterruptedException {
    if (since(lastNews).compareTo(FORGET_OFFSET) > 0) {
      last = 0;
    }
    JsonNode updates = await(telegram.updatesAfter(last));
    if (!updates.isArray()) {
      throw TelegramFault.unreadable("getUpdates");
    }
    return updates;
  }

  private JsonNode await(CompletionStage<JsonNode> call)
      throws TelegramFault, InterruptedException {
    try {
      return call.toCompletableFuture().get(times.poll().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw TelegramFault.in(e.getCause()).orElseGet(() -> TelegramFault.silence("getUpdates", e));
    } catch (TimeoutException e) {
      throw TelegramFault.silence("getUpdates", e);
    }
  }

  /** Whether any was new. */
  private boolean handle(JsonNode updates) {
    boolean anythingNew = false;
    for (JsonNode update : updates) {
      int id = update.path("update_id").asInt();
      if (recent.isNew(id)) {
        handler.accept(update);
        recent.add(id);
        anythingNew = true;
        lastNews = System.nanoTime();
      }
      last = id;
    }
    return anythingNew;
  }

  /** Telegram itself waits where there is nothing new; not every server does. */
  private void rest(boolean anythingNew) throws InterruptedException {
    Duration left = times.rest().minus(since(lastPoll));
    if (!anythingNew && !left.isNegative()) {
      TimeUnit.NANOSECONDS.sleep(left.toNanos());
    }
  }

  private Duration afterFault(TelegramFault fault, int failures) throws InterruptedException {
    if (fault.isConflict()) {
      outage.note(
          fault.description()
              + ": another process asks for this bot's updates, and each gets some of them; stop"
              + " one of the two");
      deleteWebhook();
    } else {
      outage.note(fault.getMessage());
    }
    Duration wanted = fault.retryAfter();
    return wanted == null ? wait(failures) : wanted;
  }

  private Duration wait(int failures) {
    return Duration.ofMillis(waits.apply(failures));
  }

  private void deleteWebhook() throws InterruptedException {
    try {
      await(telegram.deleteWebhook());
    } catch (TelegramFault e) {
      log.debug("{}; perhaps there is none", e.getMessage());
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (thread != null) {
      thread.interrupt();
    }
  }
}
