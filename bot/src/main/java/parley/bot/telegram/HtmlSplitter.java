package parley.bot.telegram;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Splits HTML into messages, at the end of a paragraph, a line, a sentence or a word, in this order
 * of liking; never within a tag, an escaped character or a grapheme, and never between a sentence
 * and its markers. What is open at the end of a part is closed, and opened again in the next.
 */
final class HtmlSplitter {

  /** Telegram's limit for a message, in UTF-16 units after its markup is parsed. */
  static final int MESSAGE = 4_096;

  /**
   * Telegram ignores what is beyond 100 entities; some are left for those that it finds itself.
   *
   * @see <a href="https://github.com/rubenlagus/TelegramBots/issues/854">Message with 100+ tags</a>
   */
  private static final int MOST_ENTITIES = 80;

  /**
   * Bytes of tags: Telegram refuses a message whose entities together exceed some 9,500.
   *
   * @see <a href="https://github.com/tdlib/telegram-bot-api/issues/165">Entities_too_long</a>
   */
  private static final int MOST_MARKUP = 8_000;

  private static final String NO_MARKER = "(?!\\[\\d+\\])";

  private static final List<Pattern> BREAKS =
      List.of(
          Pattern.compile("\\n[ \\t]*\\n"),
          Pattern.compile("\\n"),
          Pattern.compile("(?<=[.!?…”\"’»)\\]])[ \\t]+" + NO_MARKER),
          Pattern.compile("[ \\t]+" + NO_MARKER),
          Pattern.compile("\\s+"));

  private final List<HtmlCharacter> characters;
  private final HtmlPositions positions;
  private final int most;

  private HtmlSplitter(String html, int most) {
    this.characters = HtmlCharacter.of(html);
    this.positions = new HtmlPositions(characters);
    this.most = most;
  }

  /** Splits into messages. */
  static List<String> split(String html) {
    return split(html, MESSAGE);
  }

  /**
   * Splits into parts, none blank, each well formed.
   *
   * @param most UTF-16 units to the eye in a part, at least 40
   */
  static List<String> split(String html, int most) {
    return new HtmlSplitter(html, most).parts();
  }

  private List<String> parts() {
    List<String> parts = new ArrayList<>();
    int start = afterBlanks(0);
    while (start < characters.size()) {
      int end = end(start);
      parts.add(HtmlCharacter.html(characters.subList(start, beforeBlanks(end))));
      start = afterBlanks(end);
    }
    return parts;
  }

  private int end(int start) {
    int fitting = fitting(start);
    if (fitting == characters.size()) {
      return fitting;
    }
    for (Pattern pattern : BREAKS) {
      int end = lastBreak(pattern, start, fitting);
      // A part that is mostly empty is worse than a break at a lesser place.
      if (end > start + (fitting - start) / 3) {
        return end;
      }
    }
    return fitting;
  }

  private int lastBreak(Pattern pattern, int start, int fitting) {
    Matcher matcher = pattern.matcher(positions.text());
    matcher.useTransparentBounds(true);
    matcher.region(positions.offset(start), positions.text().length());
    int last = -1;
    while (matcher.find() && matcher.start() <= positions.offset(fitting)) {
      last = positions.characterAt(matcher.start()).orElse(last);
    }
    return last;
  }

  /** The end of the longest part that keeps to every limit; at least one character on. */
  private int fitting(int start) {
    Set<Element> elements = new HashSet<>();
    int markup = 0;
    int end = start;
    while (end < characters.size()) {
      for (Element element : characters.get(end).elements()) {
        markup += elements.add(element) ? bytes(HtmlCharacter.openingTag(element)) : 0;
      }
      boolean fits =
          positions.offset(end + 1) - positions.offset(start) <= most
              && elements.size() <= MOST_ENTITIES
              && markup <= MOST_MARKUP;
      if (!fits && end > start) {
        return end;
      }
      end++;
    }
    return end;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private int afterBlanks(int position) {
    int after = position;
    while (after < characters.size() && characters.get(after).isBlank()) {
      after++;
    }
    return after;
  }

  private int beforeBlanks(int position) {
    int before = position;
    while (characters.get(before - 1).isBlank()) {
      before--;
    }
    return before;
  }
}
