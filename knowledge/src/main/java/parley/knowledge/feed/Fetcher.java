package parley.knowledge.feed;

import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Fetches documents from the web: from public addresses, as robots.txt allows, slowly, and never
 * more than fits. Thread-safe.
 */
final class Fetcher implements AutoCloseable {

  static final String AGENT = "ParleyBot/1.0";

  /** Larger ones are not fetched. */
  static final int MAX_BYTES = 10 * 1024 * 1024;

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration WHOLE = Duration.ofSeconds(30);
  private static final int MOST_REDIRECTS = 5;
  private static final int NOT_MODIFIED = 304;

  private final PublicAddresses addresses;
  private final OkHttpClient client;
  private final Robots robots;

  Fetcher(PublicAddresses addresses) {
    this(addresses, WHOLE);
  }

  Fetcher(PublicAddresses addresses, Duration timeout) {
    this.addresses = addresses;
    this.client =
        new OkHttpClient.Builder()
            .dns(addresses)
            .proxy(Proxy.NO_PROXY)
            .followRedirects(false)
            .followSslRedirects(false)
            .connectTimeout(CONNECT)
            .callTimeout(timeout)
            .build();
    this.robots = new Robots(this::getRobots);
  }

  /**
   * Fetches a document, if it is another than the one known.
   *
   * @param known of the version fetched before
   * @return empty if it has not changed
   * @throws FetchException if it must not or cannot be fetched
   */
  Optional<Fetched> fetch(String address, Fetched.Validators known) {
    String at = address;
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      HttpUrl url = url(at);
      robots.require(url);
      try (Response response = call(url, known)) {
        String next = response.header("Location");
        if (response.isRedirect() && next != null) {
          HttpUrl resolved = url.resolve(next);
          at = resolved == null ? next : resolved.toString();
          continue;
        }
        return response.code() == NOT_MODIFIED
            ? Optional.empty()
            : Optional.of(fetched(url, response));
      } catch (IOException e) {
        throw new FetchException(at + " cannot be fetched: " + reason(e), e);
      }
    }
    throw new FetchException(address + " leads on more than " + MOST_REDIRECTS + " times");
  }

  private static HttpUrl url(String address) {
    HttpUrl url = HttpUrl.parse(address);
    if (url == null || !url.username().isEmpty() || !url.password().isEmpty()) {
      throw new FetchException(address + " is no address of the web without a password");
    }
    return url;
  }

  private Response call(HttpUrl url, Fetched.Validators known) throws IOException {
    addresses.check(url.host());
    Request.Builder request = new Request.Builder().url(url).header("User-Agent", AGENT);
    String etag = known.etag();
    if (etag != null) {
      request.header("If-None-Match", etag);
    }
    String modified = known.modified();
    if (modified != null) {
      request.header("If-Modified-Since", modified);
    }
    return client.newCall(request.build()).execute();
  }

  private static Fetched fetched(HttpUrl url, Response response) throws IOException {
    ResponseBody body = response.body();
    if (!response.isSuccessful() || body == null) {
      throw new FetchException(url + " answers " + response.code());
    }
    return Fetched.of(
        url.toString(),
        body.contentType(),
        bounded(url, body, MAX_BYTES),
        new Fetched.Validators(response.header("ETag"), response.header("Last-Modified")));
  }

  /** Counted after unpacking, so that little cannot become much. */
  private static byte[] bounded(HttpUrl url, ResponseBody body, int most) throws IOException {
    try (InputStream in = body.byteStream()) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new FetchException(url + " is larger than " + most / (1024 * 1024) + " MiB");
      }
      return bytes;
    }
  }

  /** A host's robots.txt, after its redirects; its own rules do not hold for it. */
  private Robots.Answer getRobots(HttpUrl robotsTxt) throws IOException {
    HttpUrl at = robotsTxt;
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      try (Response response = call(at, Fetched.Validators.NONE)) {
        String location = response.header("Location");
        HttpUrl next = location == null ? null : at.resolve(location);
        if (response.isRedirect() && next != null) {
          at = next;
          continue;
        }
        ResponseBody body = response.body();
        byte[] bytes =
            response.isSuccessful() && body != null
                ? body.byteStream().readNBytes(Robots.MAX_BYTES)
                : new byte[0];
        return new Robots.Answer(response.code(), bytes);
      }
    }
    throw new IOException("robots.txt leads on more than " + MOST_REDIRECTS + " times");
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /** Breaks off what is being fetched. */
  @Override
  public void close() {
    client.dispatcher().cancelAll();
    client.connectionPool().evictAll();
    client.dispatcher().executorService().shutdown();
  }
}
