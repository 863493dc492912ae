package parley.bot.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.bot.chat.Viewer;

/**
 * Leads to words within a page of somebody else's.
 *
 * @see <a href="https://wicg.github.io/scroll-to-text-fragment/">URL Fragment Text Directives</a>
 */
final class TextFragment {

  /** A quote of more words is named by its first and its last ones. */
  private static final int MOST_WORDS = 12;

  private static final int AT_EACH_END = 5;

  private TextFragment() {}

  /**
   * An address that shows the words; empty where the page's is none of the web.
   *
   * @param words an exact run of the page's text, apart from white space
   */
  static Optional<String> of(@Nullable String url, String words) {
    return page(url)
        .map(page -> page + (page.contains("#") ? "" : "#") + ":~:text=" + directive(words));
  }

  /** The address, if it is one of the web: a document may name any. */
  static Optional<String> page(@Nullable String url) {
    return Optional.ofNullable(url)
        .filter(address -> address.toLowerCase(Locale.ROOT).matches("https?://\\S+"));
  }

  private static String directive(String quote) {
    String[] words = quote.strip().split("\\s+");
    return words.length <= MOST_WORDS
        ? encode(words, 0, words.length)
        : encode(words, 0, AT_EACH_END)
            + ","
            + encode(words, words.length - AT_EACH_END, words.length);
  }

  /** A comma and a hyphen mean something there, so that they are encoded too. */
  private static String encode(String[] words, int from, int to) {
    String text = String.join(" ", Arrays.asList(words).subList(from, to));
    return Viewer.encode(text).replace("-", "%2D");
  }
}
