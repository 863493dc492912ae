package parley.bot.telegram;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes text apart into what a reader sees as one character each: an emoji family, for example. */
final class Graphemes {

  private static final Pattern GRAPHEME = Pattern.compile("\\X");

  /** No real one is longer, in UTF-16 units; what is was made to do harm and is taken apart. */
  private static final int LONGEST = 40;

  private Graphemes() {}

  /** The text's graphemes, in order; joined they are the text. */
  static List<String> of(String text) {
    return GRAPHEME
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .flatMap(Graphemes::parts)
        .toList();
  }

  private static Stream<String> parts(String grapheme) {
    return grapheme.length() <= LONGEST
        ? Stream.of(grapheme)
        : grapheme.codePoints().mapToObj(Character::toString);
  }
}
