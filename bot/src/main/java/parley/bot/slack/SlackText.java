package parley.bot.slack;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text to and from Slack's markup.
 *
 * @see <a href="https://docs.slack.dev/messaging/formatting-message-text">Formatting message
 *     text</a>
 */
final class SlackText {

  private static final Pattern REFERENCE = Pattern.compile("<([@#!]?)([^<>]*)>");
  private static final Pattern SOMEONE = Pattern.compile("<@[UW][A-Z0-9]");

  private SlackText() {}

  /** Escapes the three characters that Slack reads as markup, so that nothing pings anybody. */
  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /**
   * A link, or only its label where the address is not one of the web.
   *
   * @param label already escaped
   */
  static String link(@Nullable String url, String label) {
    return isWebAddress(url) ? "<" + escape(encode(url)) + "|" + label + ">" : label;
  }

  static boolean isWebAddress(@Nullable String url) {
    return url != null && url.toLowerCase(Locale.ROOT).matches("https?://\\S+");
  }

  private static String encode(@Nullable String url) {
    return String.valueOf(url).replace("|", "%7C").replace("<", "%3C").replace(">", "%3E");
  }

  /** What a person wrote, without markup: links as their labels, people left out. */
  static String plain(String markup) {
    Matcher reference = REFERENCE.matcher(markup);
    String text = reference.replaceAll(found -> Matcher.quoteReplacement(plain(found)));
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .replaceAll("[ \\t]{2,}", " ")
        .strip();
  }

  private static String plain(MatchResult reference) {
    String target = reference.group(2);
    int bar = target.indexOf('|');
    String label = bar < 0 ? "" : target.substring(bar + 1);
    return switch (reference.group(1)) {
      case "@" -> "";
      case "#" -> label.isEmpty() ? "" : "#" + label;
      case "!" -> label;
      default -> bar < 0 ? target : label;
    };
  }

  /** Whether it speaks to anyone by name, the bot or another. */
  static boolean mentionsSomeone(String markup) {
    return SOMEONE.matcher(markup).find();
  }

  /** The beginning of a text, cut at a word, with an ellipsis if anything is left out. */
  static String shorten(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int space = text.lastIndexOf(' ', most - 1);
    int end = space > most / 2 ? space : most - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end).stripTrailing() + "…";
  }
}
