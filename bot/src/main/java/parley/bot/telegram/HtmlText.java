package parley.bot.telegram;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text as Telegram's HTML.
 *
 * @see <a href="https://core.telegram.org/bots/api#html-style">HTML style</a>
 */
final class HtmlText {

  /**
   * Of an address, in UTF-16 units once escaped. Telegram refuses a message whose entities together
   * exceed some 9,500 bytes.
   *
   * @see <a href="https://github.com/tdlib/telegram-bot-api/issues/165">Entities_too_long</a>
   */
  private static final int LONGEST_ADDRESS = 1_000;

  /** Telegram makes a mention or a command of these by itself, wherever they stand. */
  private static final Pattern MENTION_OR_COMMAND =
      Pattern.compile("(?<![\\p{L}\\p{N}_/<>])([@/])(?=\\w)");

  /** A word joiner: not seen, and no part of a name. */
  private static final String UNLINKED = "$1\u2060";

  private HtmlText() {}

  /**
   * What people or documents say, to be shown as they said it: markup is shown and not obeyed,
   * nobody is pinged, no command is offered, and the order of what follows stays as it is.
   */
  static String escape(String text) {
    return own(MENTION_OR_COMMAND.matcher(CleanText.of(text)).replaceAll(UNLINKED));
  }

  /** The bot's own words, whose commands may be tapped. */
  static String own(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /**
   * A link, or only its label where the address is not one of the web.
   *
   * @param label already HTML
   */
  static String link(@Nullable String url, String label) {
    return webAddress(url)
        .map(address -> "<a href=\"" + attribute(address) + "\">" + label + "</a>")
        .orElse(label);
  }

  static String bold(String html) {
    return "<b>" + html + "</b>";
  }

  static String italic(String html) {
    return "<i>" + html + "</i>";
  }

  private static Optional<String> webAddress(@Nullable String url) {
    try {
      URI uri = new URI(url == null ? "" : url.strip());
      String scheme = uri.getScheme();
      boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
      return Optional.of(uri.toASCIIString())
          .filter(address -> web && uri.getHost() != null)
          .filter(address -> attribute(address).length() <= LONGEST_ADDRESS);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** A value to be put between double quotes. */
  static String attribute(String value) {
    return own(value).replace("\"", "&quot;");
  }
}
