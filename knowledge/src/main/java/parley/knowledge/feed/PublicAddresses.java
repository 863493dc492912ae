package parley.knowledge.feed;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.Dns;

/**
 * Resolves names to addresses of the public internet alone, so that nobody who writes a feed makes
 * us read what only this machine and its neighbours can reach. What is connected to is what was
 * checked here: a name is resolved once for both.
 *
 * @param allowPrivate whether all addresses are allowed, for tests and for feeds of one's own house
 */
record PublicAddresses(boolean allowPrivate) implements Dns {

  /** IANA's registry of special-purpose IPv4 addresses, and what is multicast or reserved. */
  private static final List<Block> SPECIAL_V4 =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4")
          .map(Block::of)
          .toList();

  /** Of IPv6, IANA has given out this block alone for global unicast. */
  private static final Block GLOBAL_V6 = Block.of("2000::/3");

  /** Within it: what is special, and what wraps IPv4 addresses. */
  private static final List<Block> SPECIAL_V6 =
      Stream.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20").map(Block::of).toList();

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    List<InetAddress> addresses = Dns.SYSTEM.lookup(host);
    requirePublic(host, addresses);
    return addresses;
  }

  /**
   * Resolves a name, or reads an address, and checks all that it stands for.
   *
   * @throws FetchException if any of them is not public
   */
  void check(String host) throws UnknownHostException {
    requirePublic(host, List.of(InetAddress.getAllByName(host)));
  }

  private void requirePublic(String host, List<InetAddress> addresses) {
    for (InetAddress address : addresses) {
      if (!allowPrivate && !isPublic(address)) {
        throw new FetchException(
            host + " is at " + address.getHostAddress() + ", which is no public address");
      }
    }
  }

  /** Java itself takes an IPv4 address that is mapped into IPv6 for the one it is. */
  static boolean isPublic(InetAddress address) {
    return address instanceof Inet4Address
        ? SPECIAL_V4.stream().noneMatch(block -> block.has(address))
        : GLOBAL_V6.has(address) && SPECIAL_V6.stream().noneMatch(block -> block.has(address));
  }

  /** The addresses that begin with the same bits. */
  private record Block(InetAddress start, int bits) {

    static Block of(String text) {
      String[] parts = text.split("/");
      try {
        return new Block(InetAddress.getByName(parts[0]), Integer.parseInt(parts[1]));
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException(text + " is no block of addresses", e);
      }
    }

    boolean has(InetAddress address) {
      byte[] own = start.getAddress();
      byte[] other = address.getAddress();
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((own[bit / 8] & mask) != (other[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
