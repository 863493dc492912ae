package parley.knowledge.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds names of people, places and bodies in an English text by their capitals. */
public final class Names {

  /** At most 40 letters, and seven words a name: a longer run of capitals is no name. */
  private static final String WORD = "\\p{Lu}(?:[\\p{L}’'-]|\\.(?=\\p{L})|(?<=\\p{Lu})\\.){0,40}+";

  private static final Pattern NAME =
      Pattern.compile("(?<![\\p{L}’'])" + WORD + "(?:(?: of(?: the)?)? " + WORD + "){0,6}+");

  /** "Ukraine's President Volodymyr Zelenskyy" speaks of the president, not of Ukraine. */
  private static final Pattern OWNER = Pattern.compile("^.*['’]s (?=\\p{Lu})");

  private static final Pattern RANK =
      Pattern.compile(
          "^(?:(?:The|Prime|Foreign|Vice|President|Chancellor|Minister|Secretary(?: of State)?|Mr"
              + "|Mrs|Ms|Dr|Sir|Lady|King|Queen|Pope|General|French|German|British|American"
              + "|Ukrainian|Russian|Polish|U\\.S\\.)\\.? ){1,6}+(?=\\p{Lu})");

  /** Have a capital because they begin a sentence, or name a day. */
  private static final Set<String> NO_NAMES =
      Set.of(
          "in",
          "on",
          "at",
          "for",
          "from",
          "by",
          "as",
          "after",
          "before",
          "but",
          "and",
          "or",
          "so",
          "however",
          "when",
          "while",
          "if",
          "although",
          "though",
          "since",
          "because",
          "the",
          "a",
          "an",
          "this",
          "that",
          "these",
          "those",
          "he",
          "she",
          "it",
          "they",
          "his",
          "her",
          "its",
          "their",
          "we",
          "i",
          "you",
          "many",
          "some",
          "most",
          "all",
          "both",
          "no",
          "not",
          "who",
          "whom",
          "whose",
          "what",
          "where",
          "why",
          "how",
          "which",
          "is",
          "are",
          "was",
          "were",
          "do",
          "does",
          "did",
          "has",
          "have",
          "had",
          "can",
          "could",
          "will",
          "would",
          "should",
          "may",
          "tell",
          "name",
          "list",
          "explain",
          "describe",
          "give",
          "please",
          "hi",
          "hello",
          "ok",
          "members",
          "latest",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "january",
          "february",
          "march",
          "april",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "jan",
          "feb",
          "mar",
          "apr",
          "jun",
          "jul",
          "aug",
          "sep",
          "sept",
          "oct",
          "nov",
          "dec",
          "yes");

  private Names() {}

  /** The names in their order, without rank and owner: "Volodymyr Zelenskyy", "France". */
  public static List<String> in(String text) {
    List<String> names = new ArrayList<>();
    Matcher found = NAME.matcher(text);
    while (found.find()) {
      String name = OWNER.matcher(withoutSentenceStart(found.group())).replaceFirst("");
      name = RANK.matcher(name).replaceFirst("").replaceFirst("['’]s?$", "");
      if (name.length() > 1 && !isNoName(name)) {
        names.add(name);
      }
    }
    return names;
  }

  private static String withoutSentenceStart(String run) {
    String name = run;
    int space = name.indexOf(' ');
    while (space > 0 && isNoName(name.substring(0, space))) {
      name = name.substring(space + 1);
      space = name.indexOf(' ');
    }
    return name;
  }

  private static boolean isNoName(String word) {
    return NO_NAMES.contains(word.toLowerCase(Locale.ENGLISH).replaceAll("[.'’]+$", ""));
  }
}
