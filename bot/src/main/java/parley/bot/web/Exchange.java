package parley.bot.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A request and its answer, of which there is one: what comes after the first is dropped, as an
 * answer that is ready when the client was told that it was too late. Thread-safe once it waits.
 */
final class Exchange {

  static final String JSON = "application/json";
  static final String HTML = "text/html";

  private static final Logger log = LoggerFactory.getLogger(Exchange.class);

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final List<String> groups;
  private final ProblemWriter problems;
  private final IntConsumer statuses;
  private final AtomicBoolean answered = new AtomicBoolean();
  private @Nullable AsyncContext waiting;

  /**
   * An exchange.
   *
   * @param groups what the route's pattern found in the path
   * @param problems writes what goes wrong in the form that the client wants
   * @param statuses counts how it ended
   */
  Exchange(
      HttpServletRequest request,
      HttpServletResponse response,
      List<String> groups,
      ProblemWriter problems,
      IntConsumer statuses) {
    this.request = request;
    this.response = response;
    this.groups = List.copyOf(groups);
    this.problems = problems;
    this.statuses = statuses;
  }

  HttpServletRequest request() {
    return request;
  }

  HttpServletResponse response() {
    return response;
  }

  /** What the route's pattern found first in the path. */
  String inPath() {
    return groups.get(0);
  }

  /**
   * What names the document: the path, or the parameter {@code id}.
   *
   * @throws ProblemException if nothing does
   */
  String documentId() {
    return groups.isEmpty()
        ? parameter("id").orElseThrow(() -> new ProblemException(Problem.NOT_FOUND))
        : inPath();
  }

  /** A parameter of the address, where it is there and not blank. */
  Optional<String> parameter(String name) {
    return Optional.ofNullable(request.getParameter(name)).filter(value -> !value.isBlank());
  }

  /**
   * Lets the answer come later, from any thread.
   *
   * @param patience in milliseconds; then the client is told that it is too late
   */
  void waitFor(long patience) {
    AsyncContext context = request.startAsync(request, response);
    context.setTimeout(patience);
    context.addListener(new Patience());
    waiting = context;
  }

  /** Reads the body, and hands it on; to be called when it waits. */
  void withBody(int most, Consumer<byte[]> next) throws IOException {
    CompletionStage<Void> unused =
        RequestBody.read(request, most)
            .thenAccept(next)
            .exceptionally(
                failure -> {
                  fail(failure.getCause() == null ? failure : failure.getCause());
                  return null;
                });
  }

  /** Says how it ended, before anything is written. */
  void status(int status) {
    response.setStatus(status);
    statuses.accept(status);
  }

  /** Whether this is the answer; there is only one. */
  boolean claimAnswer() {
    return answered.compareAndSet(false, true);
  }

  void json(String json) {
    send(HttpServletResponse.SC_OK, JSON, json);
  }

  void html(int status, String html) {
    send(status, HTML, html);
  }

  void problem(Problem problem) {
    if (claimAnswer()) {
      problem.headers().forEach(response::setHeader);
      problems.write(this, problem);
    }
  }

  /** Answers, unless that was done before. */
  void send(int status, String type, String text) {
    if (claimAnswer()) {
      write(status, type, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Writes an answer that was claimed. */
  void write(int status, String type, byte[] body) {
    try {
      status(status);
      response.setContentType(type);
      if (!type.startsWith("image/")) {
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
      }
      response.setContentLength(body.length);
      // What is wholly in the buffer, the server sends when no thread waits for it any more.
      response.setBufferSize(body.length + 1);
      response.getOutputStream().write(body);
      end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalStateException e) {
      log.debug("a client has gone", e);
    }
  }

  /** Nothing more is sent. */
  void end() {
    if (waiting != null) {
      waiting.complete();
    }
  }

  /** Tells what was thrown, a problem or a failure of ours. */
  void fail(Throwable failure) {
    if (failure instanceof ProblemException refused) {
      problem(refused.problem());
    } else if (failure instanceof IOException) {
      log.debug("a client has gone", failure);
      problem(Problem.badRequest("the body did not come whole: send it again"));
    } else {
      log.error("a request to {} failed", request.getRequestURI(), failure);
      problem(Problem.FAILED);
    }
  }

  /** Runs once the exchange is over, however it ended; to be called when it waits. */
  void whenOver(Runnable task) {
    if (waiting == null) {
      throw new IllegalStateException("the exchange does not wait");
    }
    waiting.addListener(
        new Patience() {
          @Override
          public void onTimeout(AsyncEvent event) {}

          @Override
          public void onComplete(AsyncEvent event) {
            task.run();
          }
        });
  }

  private class Patience implements AsyncListener {

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onTimeout(AsyncEvent event) {
      if (answered.get()) {
        end();
      } else {
        problem(Problem.TOO_LATE);
      }
    }

    @Override
    public void onError(AsyncEvent event) {
      log.debug("a client has gone", event.getThrowable());
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
  }
}
