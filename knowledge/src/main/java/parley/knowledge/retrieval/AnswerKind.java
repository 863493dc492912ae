package parley.knowledge.retrieval;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a question asks for, told from its form alone. */
enum AnswerKind {
  PERSON,
  TIME,
  PLACE,
  QUANTITY,
  REASON,
  MANNER,
  LIST,
  YES_OR_NO,
  OTHER;

  private static final Pattern YES_OR_NO_START =
      Pattern.compile(
          "(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might)\\b.*");
  private static final Pattern QUESTION_WORD =
      Pattern.compile(
          "\\b(who|whom|whose|when|where|why|how come"
              + "|how (?:many|much|long|often|old|big|large|far|high|fast|tall|deep|wide)"
              + "|how|what|which)\\b\\W*(.*)");
  private static final Pattern LISTING =
      Pattern.compile("(?:list|name|enumerate)\\b.*|(?:what|which) (?:are|were)\\b.*");
  private static final Pattern BE = Pattern.compile("is|are|was|were");
  private static final Pattern NOT_WORD = Pattern.compile("\\W+");

  /** "What year …": the noun asked for stands right after the question word. */
  private static final int NOUN_WITHIN = 3;

  /** "What is the name of …": it stands after "is" and an article. */
  private static final int NOUN_WITHIN_AFTER_BE = 5;

  private static final Map<AnswerKind, Set<String>> NOUNS =
      Map.of(
          TIME,
          Set.of(
              "year", "years", "date", "day", "month", "century", "decade", "time", "era", "period",
              "season", "week", "weekday", "hour", "deadline"),
          PLACE,
          Set.of(
              "country", "countries", "city", "cities", "state", "place", "region", "nation",
              "location", "continent", "town", "area", "street", "province", "capital", "county",
              "district", "venue", "territory", "island"),
          PERSON,
          Set.of(
              "person", "people", "president", "leader", "leaders", "minister", "king", "queen",
              "man", "woman", "scientist", "envoy", "envoys", "official", "officials", "author",
              "general", "ruler", "emperor", "philosopher", "politician", "architect", "inventor",
              "secretary", "commander", "governor", "duke", "name"),
          QUANTITY,
          Set.of(
              "percentage", "percent", "number", "amount", "size", "population", "rate", "cost",
              "price", "age", "distance", "speed", "temperature", "share", "proportion",
              "fraction", "ratio", "length", "height", "width", "budget"),
          REASON,
          Set.of("reason", "reasons", "cause", "causes", "purpose"));

  /** The kind of answer that the question asks for; {@link #OTHER} if its form does not tell. */
  static AnswerKind of(String question) {
    String asked = question.strip().toLowerCase(Locale.ENGLISH);
    if (YES_OR_NO_START.matcher(asked).matches()) {
      return YES_OR_NO;
    }
    Matcher word = QUESTION_WORD.matcher(asked);
    if (!word.find()) {
      return LISTING.matcher(asked).matches() ? LIST : OTHER;
    }
    return switch (word.group(1)) {
      case "who", "whom", "whose" -> PERSON;
      case "when" -> TIME;
      case "where" -> PLACE;
      case "why", "how come" -> REASON;
      case "how" -> MANNER;
      case "what", "which" -> byNoun(asked, word.group(2));
      default -> QUANTITY;
    };
  }

  private static AnswerKind byNoun(String asked, String rest) {
    List<String> words = List.of(NOT_WORD.split(rest));
    int within = BE.matcher(words.get(0)).matches() ? NOUN_WITHIN_AFTER_BE : NOUN_WITHIN;
    for (String word : words.subList(0, Math.min(within, words.size()))) {
      for (Map.Entry<AnswerKind, Set<String>> kind : NOUNS.entrySet()) {
        if (kind.getValue().contains(word)) {
          return kind.getKey();
        }
      }
    }
    return LISTING.matcher(asked).matches() ? LIST : OTHER;
  }
}
