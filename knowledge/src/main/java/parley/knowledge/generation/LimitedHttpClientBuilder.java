package parley.knowledge.generation;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Builds {@link LimitedHttpClient}s on the JDK's. */
final class LimitedHttpClientBuilder implements HttpClientBuilder {

  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final JdkHttpClientBuilder builder = new JdkHttpClientBuilder();
  private final Duration time;

  /**
   * @param time after which a stream is closed
   */
  LimitedHttpClientBuilder(Duration time) {
    this.time = time;
    builder.readTimeout(time).connectTimeout(time.compareTo(CONNECT) < 0 ? time : CONNECT);
  }

  @Override
  public @Nullable Duration connectTimeout() {
    return builder.connectTimeout();
  }

  @Override
  public HttpClientBuilder connectTimeout(Duration timeout) {
    return this; // a model's builder would set the time for the whole answer
  }

  @Override
  public @Nullable Duration readTimeout() {
    return builder.readTimeout();
  }

  @Override
  public HttpClientBuilder readTimeout(Duration timeout) {
    builder.readTimeout(timeout);
    return this;
  }

  @Override
  public HttpClient build() {
    return new LimitedHttpClient(builder.build(), time);
  }
}
