package parley.knowledge.document;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits text into sentences that are exact runs of it.
 *
 * <p>The rules of {@link BreakIterator} come first; then breaks that follow an abbreviation ("Jan.
 * 5", "Mr. X", "U.S. Secretary"), an initial or a question inside a quotation are taken back. Items
 * of a list, each on a line of its own, and blocks parted by an empty line are sentences of their
 * own; any other line break is a space. Each sentence of a quotation is a sentence. No character
 * other than white space is lost, and the sentences are in the order of the text.
 *
 * <p>Made for English. Stateless and safe for use by many threads.
 */
public final class Sentences {
  private static final Pattern BLOCK_START =
      Pattern.compile("\\R[ \\t]*(?=\\R)|\\R(?=[ \\t]*(?:[-*•–▪]|\\d{1,2}[.)])[ \\t]+\\S)");
  private static final Pattern LIST_MARKER = Pattern.compile("\\d{1,2}[.)]");
  private static final Pattern INITIAL = Pattern.compile("\\p{Lu}");
  private static final Pattern INITIALS = Pattern.compile("(?:\\p{L}\\.)+\\p{L}");
  private static final Pattern FIRST_WORD = Pattern.compile("^[\\p{Pi}\"'(\\[]*([\\p{L}]+)");
  private static final String CLOSING = "”’»)]\"'";

  /** Stand before a name or a number and never end a sentence. */
  private static final Set<String> NEVER_LAST =
      Set.of(
          "mr", "mrs", "ms", "mx", "messrs", "dr", "prof", "rev", "hon", "gen", "lt", "col", "maj",
          "capt", "cmdr", "adm", "sgt", "sen", "rep", "gov", "pres", "amb", "st", "mt", "ft", "vs",
          "cf", "e.g", "i.e", "ca", "approx", "fig", "figs", "eds", "ed", "vol", "pp");

  /** End a sentence unless a number or a small letter follows. */
  private static final Set<String> SELDOM_LAST =
      Set.of(
          "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "no",
          "nos", "art", "sec", "ch", "p", "inc", "ltd", "co", "corp", "bros", "jr", "sr", "etc",
          "al", "dept", "univ", "est", "a.m", "p.m", "mon", "tue", "wed", "thu", "fri", "sat",
          "sun");

  /** Begin a new sentence even after "U.S." or "J. F. K."; others continue the name. */
  private static final Set<String> SENTENCE_STARTERS =
      Set.of(
          "the",
          "a",
          "an",
          "he",
          "she",
          "it",
          "they",
          "we",
          "you",
          "i",
          "this",
          "that",
          "these",
          "those",
          "his",
          "her",
          "its",
          "their",
          "our",
          "there",
          "in",
          "on",
          "at",
          "by",
          "for",
          "from",
          "with",
          "as",
          "after",
          "before",
          "but",
          "and",
          "however",
          "when",
          "while",
          "if",
          "although",
          "though",
          "since",
          "because",
          "some",
          "many",
          "most",
          "all",
          "both",
          "each",
          "no",
          "not",
          "who",
          "what",
          "where",
          "why",
          "how",
          "also",
          "earlier",
          "later",
          "meanwhile",
          "according",
          "during",
          "under",
          "one",
          "other",
          "another",
          "such",
          "so",
          "then",
          "to");

  private Sentences() {}

  /** A sentence: {@code text.substring(start, end)} of the text it was found in. */
  public record Sentence(int start, int end, String text) {}

  /** The sentences of the text, without white space at their ends; none if the text is blank. */
  public static List<Sentence> of(String text) {
    List<Sentence> sentences = new ArrayList<>();
    int start = 0;
    Matcher block = BLOCK_START.matcher(text);
    while (block.find()) {
      splitBlock(text, start, block.start(), sentences);
      start = block.end();
    }
    splitBlock(text, start, text.length(), sentences);
    return List.copyOf(sentences);
  }

  private static void splitBlock(String text, int start, int end, List<Sentence> sentences) {
    String block = text.substring(start, end).replace('\r', ' ').replace('\n', ' ');
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    breaks.setText(block);
    int from = 0;
    for (int at = breaks.next(); at != BreakIterator.DONE; at = breaks.next()) {
      int cut = afterClosing(block, at);
      if (cut < block.length() && continues(block.substring(from, cut), block.substring(cut))) {
        continue;
      }
      add(text, start + from, start + cut, sentences);
      from = cut;
    }
    add(text, start + from, end, sentences);
  }

  /** The break moved behind quotation marks and brackets that close the sentence before it. */
  private static int afterClosing(String block, int at) {
    int cut = at;
    while (cut < block.length()
        && CLOSING.indexOf(block.charAt(cut)) >= 0
        && (cut > at || at == 0 || !Character.isWhitespace(block.charAt(at - 1)))) {
      cut++;
    }
    return cut;
  }

  private static boolean continues(String before, String after) {
    String next = after.stripLeading();
    if (next.isEmpty()) {
      return false;
    }
    if (Character.isLowerCase(next.charAt(0)) || LIST_MARKER.matcher(before.strip()).matches()) {
      return true;
    }
    String word = lastWord(before.stripTrailing());
    return !word.isEmpty() && abbreviated(word, next);
  }

  /** The word before the full stop that ends the text; empty if it does not end so. */
  private static String lastWord(String text) {
    int end = text.length() - 1;
    if (end < 0 || text.charAt(end) != '.') {
      return "";
    }
    int start = end;
    while (start > 0 && isOfWord(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, end);
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || c == '.';
  }

  private static boolean abbreviated(String word, String next) {
    String lower = word.toLowerCase(Locale.ENGLISH);
    if (NEVER_LAST.contains(lower) || (INITIAL.matcher(word).matches() && !word.equals("I"))) {
      return true;
    }
    if (SELDOM_LAST.contains(lower)) {
      return Character.isDigit(next.charAt(0));
    }
    return INITIALS.matcher(word).matches() && !startsSentence(next);
  }

  private static boolean startsSentence(String next) {
    Matcher first = FIRST_WORD.matcher(next);
    return !first.find() || SENTENCE_STARTERS.contains(first.group(1).toLowerCase(Locale.ENGLISH));
  }

  private static void add(String text, int start, int end, List<Sentence> sentences) {
    int from = start;
    int to = end;
    while (from < to && blank(text.charAt(from))) {
      from++;
    }
    while (to > from && blank(text.charAt(to - 1))) {
      to--;
    }
    if (from < to) {
      sentences.add(new Sentence(from, to, text.substring(from, to)));
    }
  }

  private static boolean blank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
