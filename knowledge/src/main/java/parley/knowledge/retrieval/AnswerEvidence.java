package parley.knowledge.retrieval;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.knowledge.index.Terms.Term;

/** Tells whether a sentence holds the kind of thing that a question asks for. */
final class AnswerEvidence {
  private static final Pattern TIME =
      Pattern.compile(
          "\\b(?:Jan(?:uary|\\.)|Feb(?:ruary|\\.)|Mar(?:ch|\\.)|Apr(?:il|\\.)|May(?= \\d|,)|June?"
              + "|July?|Aug(?:ust|\\.)|Sept?(?:ember|\\.)|Oct(?:ober|\\.)|Nov(?:ember|\\.)"
              + "|Dec(?:ember|\\.)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\\d{4}s?"
              + "|\\d+(?:st|nd|rd|th)|centur(?:y|ies)|today|tomorrow|yesterday|tonight|weekend"
              + "|year|month|week|decade|spring|summer|autumn|winter|midnight|noon|morning"
              + "|evening)s?(?!\\w)");
  private static final Pattern PLACE =
      Pattern.compile(
          "\\b(?:in|at|from|near|to|into|of|across|outside|within|around)\\s+(?:the\\s+)?"
              + "(?:\\p{Ll}+(?:ern|al)\\s+)?(\\p{Lu}\\p{L}+)");
  private static final Pattern QUANTITY =
      Pattern.compile(
          "\\d|\\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?"
              + "|thousands?|millions?|billions?|percent|half|third|quarter|twice|most)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern REASON =
      Pattern.compile(
          "\\b(?:because|due to|owing to|thanks to|as a result|result of|resulted|reasons?"
              + "|caus(?:e[sd]?|ing)|since|therefore|in order to|so that|so as to|amid"
              + "|in response|led to|leads? to|prompted|motivated|intended|aim(?:s|ed)?"
              + "|allow(?:s|ed|ing)?|to (?:avoid|prevent|protect|ensure|help|make|keep|reduce"
              + "|deter|increase|gain))\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LISTING = Pattern.compile(";|,[^,]+,? (?:and|or) |:.*,|\\R");
  private static final Pattern CALENDAR =
      Pattern.compile(
          "(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july"
              + "|august|september|october|november|december|jan|feb|aug|sept?|oct|nov|dec");

  /** Its numbers count nothing. */
  private static final Pattern DATE =
      Pattern.compile(
          "\\b\\d{1,2}(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\b\\.?"
              + "|\\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.? \\d{1,2}\\b"
              + "|\\b(?:19|20)\\d{2}\\b");

  private static final Pattern YEAR = Pattern.compile("\\b[12]\\d{3}s?\\b");
  private static final Pattern CLOCK =
      Pattern.compile(
          "\\b\\d{1,2}[:.]\\d{2}\\b|\\b\\d{1,2} ?(?:a\\.?m\\b|p\\.?m\\b|o['’]clock)|\\b(?:noon|midnight)\\b"
              + "|\\bat (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MONEY =
      Pattern.compile(
          "[$€£¥]|\\b(?:dollars?|euros?|pounds?|yen|francs?|crowns?|kronor|roubles?|rubles?|hryvnias?"
              + "|cents?|[kK]r|USD|EUR)\\b|\\d (?:million|billion|thousand)\\b");
  private static final Pattern SPEECH =
      Pattern.compile(
          "[“\"«]|\\b(?:says?|said|saying|mentioned|told|tells|wrote|writes|noted|notes|acknowledged"
              + "|announced|expressed|stated|argued|warned|insisted|added|tweeted|posted|called|described"
              + "|promised|suggested|demanded|replied|claimed|explained|believes?|spoke|spoken|according"
              + " to|indicated|admitted|denied|declared|complained|praised|urged)\\b",
          Pattern.CASE_INSENSITIVE);

  private AnswerEvidence() {}

  /**
   * Looks for it among what the question itself does not name.
   *
   * @param asked the question's stems
   * @return 1 if the sentence holds it, −1 if not, 0 if the kind cannot be told from the outside
   */
  static int of(AnswerKind kind, String sentence, List<Term> terms, Set<String> asked) {
    return switch (kind) {
      case PERSON -> mark(namesAnother(terms, asked));
      case TIME -> mark(isTime(without(sentence, terms, asked)));
      case YEAR -> mark(YEAR.matcher(without(sentence, terms, asked)).find());
      case CLOCK -> mark(CLOCK.matcher(sentence).find());
      case MONEY -> mark(MONEY.matcher(sentence).find());
      case SPEECH -> mark(SPEECH.matcher(sentence).find());
      case PLACE -> mark(namesAnotherPlace(sentence, terms, asked));
      case QUANTITY ->
          mark(
              QUANTITY
                  .matcher(DATE.matcher(without(sentence, terms, asked)).replaceAll(""))
                  .find());
      case REASON -> mark(REASON.matcher(sentence).find());
      case LIST -> mark(LISTING.matcher(sentence).find());
      case MANNER, YES_OR_NO, OTHER -> 0;
    };
  }

  private static boolean isTime(String text) {
    return TIME.matcher(text).find() || CLOCK.matcher(text).find();
  }

  private static int mark(boolean found) {
    return found ? 1 : -1;
  }

  private static boolean namesAnother(List<Term> terms, Set<String> asked) {
    for (int i = 0; i < terms.size(); i++) {
      boolean within = terms.get(i).start() > 0;
      boolean fullName = i + 1 < terms.size() && terms.get(i + 1).capitalised();
      if ((within || fullName) && isNewName(terms.get(i), asked)) {
        return true;
      }
    }
    return false;
  }

  private static boolean namesAnotherPlace(String sentence, List<Term> terms, Set<String> asked) {
    Matcher place = PLACE.matcher(sentence);
    while (place.find()) {
      int start = place.start(1);
      if (terms.stream().anyMatch(term -> term.start() == start && isNewName(term, asked))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNewName(Term term, Set<String> asked) {
    return term.capitalised()
        && !asked.contains(term.stem())
        && !CALENDAR.matcher(term.word().toLowerCase(Locale.ENGLISH)).matches();
  }

  private static String without(String sentence, List<Term> terms, Set<String> asked) {
    StringBuilder rest = new StringBuilder(sentence);
    for (Term term : terms) {
      if (asked.contains(term.stem())) {
        int end = term.start() + term.word().length();
        rest.replace(term.start(), end, "_".repeat(term.word().length()));
      }
    }
    return rest.toString();
  }
}
