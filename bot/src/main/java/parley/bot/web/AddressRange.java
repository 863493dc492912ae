package parley.bot.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses that begin alike, such as {@code 10.0.0.0/8}.
 *
 * @param first any of them
 * @param bits how many bits they share
 */
record AddressRange(InetAddress first, int bits) {

  /** What is no such literal would be looked up as a name. */
  private static final Pattern LITERAL =
      Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  /** A range of a single address, or one in CIDR notation; empty if it is neither. */
  static Optional<AddressRange> parse(String text) {
    int slash = text.indexOf('/');
    Optional<InetAddress> address = address(slash < 0 ? text : text.substring(0, slash));
    String bits = slash < 0 ? "" : text.substring(slash + 1);
    if (address.isEmpty() || !bits.matches("\\d{0,3}") || (slash >= 0 && bits.isEmpty())) {
      return Optional.empty();
    }
    int all = address.get().getAddress().length * Byte.SIZE;
    int shared = bits.isEmpty() ? all : Integer.parseInt(bits);
    return shared > all ? Optional.empty() : Optional.of(new AddressRange(address.get(), shared));
  }

  /** An address as it is written; empty for a name, or for what is no address. */
  static Optional<InetAddress> address(String text) {
    String literal = text.strip().replaceAll("^\\[|\\](?::\\d+)?$", "");
    try {
      return LITERAL.matcher(literal).matches()
          ? Optional.of(InetAddress.getByName(literal))
          : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  boolean contains(InetAddress address) {
    byte[] one = first.getAddress();
    byte[] other = address.getAddress();
    if (one.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % Byte.SIZE);
      if (((one[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
