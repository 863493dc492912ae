package parley.bot.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.OpenSearchAsyncClient;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.transport.httpclient5.ResponseException;
import org.opensearch.client.util.MissingRequiredPropertyException;
import parley.knowledge.cluster.ClusterNodes;

/**
 * Calls an OpenSearch cluster. Every call is bounded in time. A node that does not answer is passed
 * over for the next; what fails in passing, as while a shard moves, is tried again. So a change may
 * be made twice, and callers make only changes that bear it. Thread-safe.
 */
final class Cluster implements AutoCloseable {

  /** Within it, the cluster has noticed that a node is gone and has put another in its place. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final Duration CONNECTION = Duration.ofSeconds(1);

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  private static final IntervalFunction WAITS =
      IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(50), 2, 0.3, LONGEST_WAIT);

  private static final int CONFLICT = 409;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  /** Begins a call. */
  interface Call<T> {
    CompletableFuture<T> begin(OpenSearchAsyncClient client) throws IOException;
  }

  /** The document is not, or no longer, as the call wants it. */
  static final class ConflictException extends Exception {

    private static final long serialVersionUID = 1L;

    private ConflictException(Throwable cause) {
      super(cause);
    }
  }

  /** What one try came to. */
  private static final class FailedTry extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FailedTry(Throwable cause) {
      super(cause);
    }
  }

  private final String addresses;
  private final OpenSearchAsyncClient client;

  private Cluster(String addresses, OpenSearchAsyncClient client) {
    this.addresses = addresses;
    this.client = client;
  }

  /** Prepares to call some nodes. */
  static Cluster at(ClusterNodes nodes) {
    Timeout answer = Timeout.of(ANSWER);
    return new Cluster(
        nodes.toString(),
        new OpenSearchAsyncClient(
            nodes
                .transport(new ObjectMapper(), CONNECTION, ANSWER)
                .setRequestConfigCallback(request -> request.setResponseTimeout(answer))
                .build()));
  }

  /** Makes a call that cannot be in conflict with another's. */
  <T> T call(Call<T> call) {
    try {
      return callUnlessConflict(call);
    } catch (ConflictException e) {
      throw failure(Objects.requireNonNull(e.getCause()));
    }
  }

  /**
   * Makes a call.
   *
   * @throws ConflictException if the document has been changed by another, or, where a node fell
   *     silent, by an earlier try of this call
   */
  <T> T callUnlessConflict(Call<T> call) throws ConflictException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      return retryUntil(end).executeSupplier(() -> tryOnce(call, end));
    } catch (FailedTry e) {
      Throwable failure = Objects.requireNonNull(e.getCause());
      if (status(failure) == CONFLICT) {
        throw new ConflictException(failure);
      }
      throw failure(failure);
    }
  }

  private static Retry retryUntil(long end) {
    return Retry.of(
        "ledger",
        RetryConfig.custom()
            .maxAttempts(Integer.MAX_VALUE)
            .intervalFunction(WAITS)
            .retryOnException(
                failure ->
                    failure instanceof FailedTry
                        && isPassing(failure.getCause())
                        && end - System.nanoTime() > LONGEST_WAIT.toNanos())
            .build());
  }

  private <T> T tryOnce(Call<T> call, long end) {
    try {
      return call.begin(client).get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new FailedTry(Objects.requireNonNullElse(e.getCause(), e));
    } catch (IOException | OpenSearchException | TimeoutException e) {
      throw new FailedTry(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(e);
    }
  }

  /** Waits; where the thread is to end, it ends the call. */
  void sleep(long nanos) {
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(e);
    }
  }

  private static boolean isPassing(@Nullable Throwable failure) {
    int status = status(failure);
    return status == TOO_MANY || status >= SERVER_ERROR || (status == 0 && isUnheard(failure));
  }

  /**
   * Whether nothing came, or nothing that the client understands: it stumbles over what is written
   * but for a copy on a node that has just gone (opensearch-java, issue 1799).
   */
  private static boolean isUnheard(@Nullable Throwable failure) {
    return failure instanceof IOException || failure instanceof MissingRequiredPropertyException;
  }

  /** What the cluster answered; 0 where it did not. */
  static int status(@Nullable Throwable failure) {
    if (failure instanceof OpenSearchException error && error.response().status() != null) {
      return error.response().status();
    }
    if (failure instanceof ResponseException error) {
      return error.status();
    }
    return failure == null ? 0 : status(failure.getCause());
  }

  private LedgerException failure(Throwable cause) {
    return new LedgerException(
        "cannot use the ledger on the cluster at "
            + addresses
            + " ("
            + reason(cause)
            + "): see that its nodes run, take these credentials, and have room",
        cause);
  }

  private static String reason(Throwable cause) {
    if (cause instanceof TimeoutException) {
      return "no answer within " + PATIENCE.toSeconds() + " seconds";
    }
    String message = cause.getMessage();
    return message == null
        ? cause.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }

  @Override
  public void close() {
    try {
      client._transport().close();
    } catch (IOException e) {
      throw failure(e);
    }
  }
}
