package parley.knowledge.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.util.Timeout;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Request;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.TransportOptions;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5Options;
import org.opensearch.client.transport.httpclient5.ResponseException;
import parley.knowledge.cluster.ClusterNodes;

/**
 * Calls to an OpenSearch cluster. What one node does not answer is asked of the others, and again a
 * little later, at most {@link #TRIES} times; a call takes no longer than so many times the longest
 * of its tries. Thread-safe.
 */
final class ClusterConnection implements AutoCloseable {

  static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private static final Duration TO_CONNECT = Duration.ofSeconds(2);

  private static final int TRIES = 4;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

  /**
   * How long a call waits.
   *
   * @param answer for one node's answer
   * @param longest for one try at all nodes in turn
   */
  private record Patience(Timeout answer, Duration longest) {

    /** What someone waits for. */
    static final Patience SHORT = new Patience(Timeout.ofSeconds(10), Duration.ofSeconds(20));

    /** What a cluster works at: graphs of vectors are built. */
    static final Patience LONG = new Patience(Timeout.ofSeconds(60), Duration.ofSeconds(60));

    TransportOptions options() {
      ApacheHttpClient5Options.Builder options = ApacheHttpClient5Options.DEFAULT.toBuilder();
      return options
          .setRequestConfig(RequestConfig.custom().setResponseTimeout(answer).build())
          .build();
    }
  }

  /** Too many requests; a node that starts, ends or has lost the others. */
  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

  private final OpenSearchTransport transport;
  private final OpenSearchGenericClient client;
  private final String name;
  private final Retry retry =
      Retry.of(
          "cluster",
          RetryConfig.<Reply>custom()
              .maxAttempts(TRIES)
              .intervalFunction(IntervalFunction.ofExponentialBackoff(FIRST_PAUSE, 2))
              .retryExceptions(UncheckedIOException.class)
              .retryOnResult(Reply::isPassing)
              .build());

  private ClusterConnection(OpenSearchTransport transport, String name) {
    this.transport = transport;
    this.client = new OpenSearchGenericClient(transport);
    this.name = name;
  }

  /** Connects at the first call. */
  static ClusterConnection to(ClusterNodes nodes) {
    return new ClusterConnection(
        nodes.transport(JSON, TO_CONNECT, Patience.LONG.longest()).build(), nodes.toString());
  }

  /**
   * What the cluster answered.
   *
   * @param status as HTTP has it
   */
  record Reply(int status, JsonNode body) {

    boolean isMissing() {
      return status == 404;
    }

    boolean isConflict() {
      return status == 409;
    }

    boolean isDone() {
      return status >= 200 && status < 300;
    }

    private boolean isThereAlready() {
      return body.path("error").path("type").asText().equals("resource_already_exists_exception");
    }

    private boolean isPassing() {
      if (PASSING.contains(status)) {
        return true;
      }
      // each search of several has a status of its own
      for (JsonNode part : body.path("responses")) {
        if (PASSING.contains(part.path("status").asInt())) {
          return true;
        }
      }
      return false;
    }
  }

  /** The answer to a call that may be refused; a body is JSON, or lines of it. */
  Reply ask(String method, String path, Object body) {
    return ask(method, path, body, Patience.SHORT);
  }

  private Reply ask(String method, String path, Object body, Patience patience) {
    try {
      return retry.executeSupplier(() -> tryOnce(method, path, body, patience));
    } catch (UncheckedIOException e) {
      throw new IndexException(
          "the cluster at "
              + name
              + " does not answer "
              + method
              + " "
              + path
              + ": check its address, and that it runs",
          e.getCause());
    }
  }

  /** The answer to a call without a body that may be refused. */
  Reply ask(String method, String path) {
    return ask(method, path, MissingNode.getInstance());
  }

  /**
   * The answer to a call.
   *
   * @throws IndexException if the cluster refuses it
   */
  JsonNode call(String method, String path, Object body) {
    return done(method + " " + path, ask(method, path, body, Patience.SHORT));
  }

  /** The same for a call that the cluster has long to work at. */
  JsonNode callPatiently(String method, String path, Object body) {
    return done(method + " " + path, ask(method, path, body, Patience.LONG));
  }

  /** Makes an index unless it is there, which another process may do at the same time. */
  void make(String index, Map<String, Object> described) {
    Reply reply = ask("PUT", "/" + index, described);
    if (!reply.isDone() && !reply.isThereAlready()) {
      throw refused("index " + index, reply);
    }
  }

  private JsonNode done(String call, Reply reply) {
    if (!reply.isDone()) {
      throw refused(call, reply);
    }
    return reply.body();
  }

  IndexException refused(String call, Reply reply) {
    JsonNode error = reply.body().path("error");
    String reason = error.path("reason").asText(error.toString());
    return new IndexException(
        "the cluster at "
            + name
            + " refuses "
            + call
            + " with "
            + reply.status()
            + ", "
            + reason
            + ": check its log, its disks and what the user may do");
  }

  private Reply tryOnce(String method, String path, Object body, Patience patience) {
    CompletableFuture<Response> asked =
        client.withTransportOptions(patience.options()).executeAsync(request(method, path, body));
    try (Response response = asked.get(patience.longest().toMillis(), TimeUnit.MILLISECONDS)) {
      byte[] bytes = response.getBody().map(Body::bodyAsBytes).orElse(new byte[0]);
      JsonNode answered = bytes.length == 0 ? MissingNode.getInstance() : JSON.readTree(bytes);
      return new Reply(response.getStatus(), answered);
    } catch (ExecutionException e) {
      return refusal(e)
          .orElseThrow(
              () ->
                  new UncheckedIOException(
                      e.getCause() instanceof IOException cause
                          ? cause
                          : new IOException(e.getCause())));
    } catch (TimeoutException e) {
      asked.cancel(true);
      throw new UncheckedIOException(new IOException("no answer within " + patience.longest(), e));
    } catch (InterruptedException e) {
      asked.cancel(true);
      Thread.currentThread().interrupt();
      throw new IndexException("interrupted while the cluster at " + name + " was asked", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The client takes some statuses for answers, and others for failures that tell them. */
  private static Optional<Reply> refusal(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ResponseException refusal) {
        JsonNode reason = JSON.valueToTree(Map.of("error", Map.of("reason", refusal.getMessage())));
        return Optional.of(new Reply(refusal.status(), reason));
      }
    }
    return Optional.empty();
  }

  private static Request request(String method, String path, Object body) {
    Requests.JsonBodyBuilder request = Requests.builder().method(method).endpoint(path);
    if (body instanceof MissingNode) {
      return request.build();
    }
    try {
      return body instanceof NdJson lines
          ? request.body(Body.from(lines.bytes(), "application/x-ndjson")).build()
          : request.body(Body.from(JSON.writeValueAsBytes(body), "application/json")).build();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
