package parley.knowledge.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.opensearch.client.json.jackson.JacksonJsonpMapper;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/**
 * Nodes of one OpenSearch cluster, by HTTP or HTTPS, such as {@code
 * https://user:password@host:9200}. The first that names a user and a password names them for all,
 * and the first of all a path before OpenSearch's own, if there is one.
 *
 * @param addresses at least one
 */
public record ClusterNodes(List<URI> addresses) {

  /**
   * Checks the addresses.
   *
   * @throws IllegalArgumentException if there is none, or one is none; what it holds may be a
   *     password and is not repeated
   */
  public ClusterNodes {
    addresses = List.copyOf(addresses);
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("no address of a cluster: name one node at least");
    }
    for (URI address : addresses) {
      boolean spoken = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      if (!spoken || address.getHost() == null) {
        throw noAddress();
      }
    }
  }

  /**
   * Reads addresses that are parted by commas.
   *
   * @throws IllegalArgumentException as {@link #ClusterNodes(List)}
   */
  public static ClusterNodes of(String addresses) {
    return new ClusterNodes(
        Arrays.stream(addresses.split(","))
            .map(String::strip)
            .filter(address -> !address.isEmpty())
            .map(ClusterNodes::address)
            .toList());
  }

  private static URI address(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw noAddress();
    }
  }

  private static IllegalArgumentException noAddress() {
    return new IllegalArgumentException(
        "not the address of a cluster's node: write http://host:9200 or"
            + " https://user:password@host:9200, several parted by commas");
  }

  /**
   * What a client speaks through; nothing is connected to before its first call.
   *
   * @param json writes and reads what is said
   * @param connection how long to wait for a connection
   * @param answer how long a connection may be silent
   */
  public ApacheHttpClient5TransportBuilder transport(
      ObjectMapper json, Duration connection, Duration answer) {
    ApacheHttpClient5TransportBuilder transport =
        ApacheHttpClient5TransportBuilder.builder(hosts().toArray(HttpHost[]::new))
            .setMapper(new JacksonJsonpMapper(json))
            .setConnectionConfigCallback(
                config ->
                    config
                        .setConnectTimeout(Timeout.of(connection))
                        .setSocketTimeout(Timeout.of(answer)));
    addresses.stream()
        .map(URI::getUserInfo)
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(user -> transport.setDefaultHeaders(new Header[] {authorization(user)}));
    String path = Objects.requireNonNullElse(addresses.get(0).getPath(), "");
    if (path.length() > 1) {
      transport.setPathPrefix(path);
    }
    return transport;
  }

  private List<HttpHost> hosts() {
    return addresses.stream().map(ClusterNodes::host).distinct().toList();
  }

  private static HttpHost host(URI address) {
    int standard = address.getScheme().equals("https") ? 443 : 80;
    int port = address.getPort() < 0 ? standard : address.getPort();
    return new HttpHost(address.getScheme(), address.getHost(), port);
  }

  private static Header authorization(String user) {
    String coded = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    return new BasicHeader("Authorization", "Basic " + coded, true);
  }

  /** The nodes' addresses without user and password. */
  @Override
  public String toString() {
    return hosts().stream().map(HttpHost::toURI).collect(Collectors.joining(", "));
  }
}
