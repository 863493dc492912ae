package parley.knowledge.generation;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * An HTTP client whose streams end: after a while, and after so many bytes. The JDK's client times
 * out while it waits for the headers alone, and would read for as long as a server writes, or keep
 * a thread for as long as it says nothing.
 */
record LimitedHttpClient(HttpClient client, Duration time) implements HttpClient {

  /** A long answer of 4,000 tokens takes about 1 MB as events. */
  static final long MOST_BYTES = 4_000_000;

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    return client.execute(request);
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    client.execute(
        request, (stream, events) -> parser.parse(ending(stream), events), new EndTeller(listener));
  }

  private InputStream ending(InputStream stream) {
    Executor then = CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS);
    then.execute(() -> close(stream));
    return new LimitedStream(stream, MOST_BYTES);
  }

  private static void close(InputStream stream) {
    try {
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
