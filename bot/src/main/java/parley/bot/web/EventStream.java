package parley.bot.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends events as a client takes them: what it does not take yet waits, and no thread does.
 * Thread-safe.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent
 *     events</a>
 */
final class EventStream implements WriteListener {

  static final String TYPE = "text/event-stream";

  private static final Logger log = LoggerFactory.getLogger(EventStream.class);

  /** More than any answer has; whoever lets as much lie does not read. */
  private static final int MOST_WAITING = 1 << 20;

  private final ServletOutputStream output;
  private final Runnable whenOver;
  private final Queue<byte[]> waiting = new ArrayDeque<>();
  private final CompletableFuture<Void> taken = new CompletableFuture<>();
  private int waitingBytes;
  private boolean begun;
  private boolean unflushed;
  private boolean ended;
  private boolean over;

  private EventStream(ServletOutputStream output, Runnable whenOver) {
    this.output = output;
    this.whenOver = whenOver;
  }

  /**
   * Begins to answer with events.
   *
   * @param response of a request that is handled asynchronously
   * @param whenOver runs once nothing more will be sent, for whatever reason
   */
  static EventStream begin(HttpServletResponse response, Runnable whenOver) throws IOException {
    response.setContentType(TYPE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("X-Accel-Buffering", "no"); // nginx would hold the events back
    EventStream stream = new EventStream(response.getOutputStream(), whenOver);
    stream.comment("looking");
    stream.output.setWriteListener(stream);
    return stream;
  }

  /**
   * Sends an event.
   *
   * @param json on one line
   */
  void send(String event, String json) {
    add("event: " + event + "\ndata: " + json + "\n\n");
  }

  private void comment(String text) {
    add(": " + text + "\n\n");
  }

  private synchronized void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (waitingBytes + bytes.length > MOST_WAITING) {
      close(new CancellationException("the client does not read"));
      return;
    }
    waitingBytes += bytes.length;
    waiting.add(bytes);
    write();
  }

  /**
   * Nothing comes after what was sent before.
   *
   * @return ends when the client has it all, or with a {@link CancellationException} where it has
   *     gone
   */
  synchronized CompletionStage<Void> end() {
    ended = true;
    write();
    return taken;
  }

  @Override
  public synchronized void onWritePossible() {
    begun = true;
    write();
  }

  /** Writes without waiting; the container calls again when there is room. */
  private void write() {
    try {
      while (begun && !over && output.isReady()) {
        if (!waiting.isEmpty()) {
          writeNext();
        } else if (unflushed) {
          unflushed = false;
          output.flush();
        } else {
          if (ended) {
            close(null);
          }
          return;
        }
      }
    } catch (IOException | IllegalStateException e) {
      onError(e);
    }
  }

  private void writeNext() throws IOException {
    byte[] next = waiting.remove();
    waitingBytes -= next.length;
    unflushed = true;
    output.write(next);
  }

  @Override
  public void onError(Throwable failure) {
    log.debug("a client has gone", failure);
    close(new CancellationException("the client has gone"));
  }

  private synchronized void close(@Nullable Throwable failure) {
    if (over) {
      return;
    }
    over = true;
    waiting.clear();
    whenOver.run();
    if (failure == null) {
      taken.complete(null);
    } else {
      taken.completeExceptionally(failure);
    }
  }
}
