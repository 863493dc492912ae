package parley.bot.telegram;

import java.util.List;

/** Shortens text at a word, never within a grapheme, and shows with an ellipsis that it did. */
final class Excerpt {

  private Excerpt() {}

  /**
   * The text, or its beginning.
   *
   * @param most UTF-16 units in the result, at least 1
   */
  static String beginning(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    for (String grapheme : Graphemes.of(text)) {
      if (kept.length() + grapheme.length() >= most) {
        break;
      }
      kept.append(grapheme);
    }
    boolean withinWord = !Character.isWhitespace(text.charAt(kept.length()));
    int space = kept.lastIndexOf(" ");
    String beginning = withinWord && space > most / 2 ? kept.substring(0, space) : kept.toString();
    return beginning.stripTrailing() + "…";
  }

  /**
   * The text, or its end.
   *
   * @param most UTF-16 units in the result, at least 1
   */
  static String end(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    List<String> graphemes = Graphemes.of(text);
    int start = text.length();
    for (int i = graphemes.size() - 1; i >= 0; i--) {
      if (text.length() - start + graphemes.get(i).length() >= most) {
        break;
      }
      start -= graphemes.get(i).length();
    }
    boolean withinWord = !Character.isWhitespace(text.charAt(start - 1));
    int space = text.indexOf(' ', start);
    boolean near = space >= 0 && space < start + most / 2;
    return "…" + text.substring(withinWord && near ? space : start).stripLeading();
  }
}
