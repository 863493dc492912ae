package parley.bot.web;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import parley.bot.chat.ConfigurationException;

/** Those who are believed when they say on whose behalf they ask. Immutable. */
public final class TrustedProxies {

  private final List<AddressRange> ranges;

  private TrustedProxies(List<AddressRange> ranges) {
    this.ranges = List.copyOf(ranges);
  }

  /**
   * Reads them.
   *
   * @param list addresses and ranges such as {@code 10.0.0.0/8, ::1}; empty for nobody
   * @throws ConfigurationException if one is neither
   */
  public static TrustedProxies of(String list) {
    return new TrustedProxies(
        Arrays.stream(list.split(","))
            .map(String::strip)
            .filter(one -> !one.isEmpty())
            .map(TrustedProxies::range)
            .toList());
  }

  private static AddressRange range(String text) {
    return AddressRange.parse(text)
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "PARLEY_TRUSTED_PROXIES names '"
                        + text
                        + "': give addresses or ranges, such as 10.0.0.0/8"));
  }

  boolean trust(InetAddress address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }

  /**
   * Who asks: the last of those named that is none of ours. What stands before it anybody may have
   * written.
   *
   * @param peer who is at the other end of the connection
   * @param forwardedFor the values of {@code X-Forwarded-For}, in their order
   */
  InetAddress client(InetAddress peer, List<String> forwardedFor) {
    List<String> hops =
        forwardedFor.stream().flatMap(value -> Arrays.stream(value.split(","))).toList();
    InetAddress client = peer;
    for (int i = hops.size() - 1; i >= 0 && trust(client); i--) {
      Optional<InetAddress> hop = AddressRange.address(hops.get(i));
      if (hop.isEmpty()) {
        break;
      }
      client = hop.get();
    }
    return client;
  }
}
