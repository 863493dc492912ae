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
  YEAR,
  CLOCK,
  PLACE,
  QUANTITY,
  MONEY,
  SPEECH,
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
  private static final Pattern CLOCK_TIME = Pattern.compile("\\b(?:what|which) (?:time|hour)\\b");
  private static final Pattern IN_YEAR = Pattern.compile("\\b(?:what|which) year\\b");
  private static final Pattern OF_MONEY =
      Pattern.compile(
          "\\bhow much (?:money|aid|cash|funding)\\b|\\bhow much\\b.*\\b(?:cost|costs|paid|pay|pays|spend"
              + "|spent|pledged?|worth|earn|earns)\\b|\\bwhat (?:is|was|are|were) the (?:price|cost|fee"
              + "|salary|wage|budget)\\b|\\bwhat (?:does|did|will|would)\\b.*\\bcost\\b");
  private static final Pattern OF_SPEECH =
      Pattern.compile(
          "\\bwhat (?:did|does|do|has|have|had|will|would)\\b.*\\b(?:say|said|says|think|tell|told|write"
              + "|written|announced?|promised?|demand|reply|replied|comment|claim|suggest|warn)\\b");
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
              "year",
              "years",
              "date",
              "day",
              "month",
              "century",
              "decade",
              "time",
              "era",
              "period",
              "season",
              "week",
              "weekday",
              "hour",
              "deadline"),
          PLACE,
          Set.of(
              "country",
              "countries",
              "city",
              "cities",
              "state",
              "place",
              "region",
              "nation",
              "location",
              "continent",
              "town",
              "area",
              "street",
              "province",
              "capital",
              "county",
              "district",
              "venue",
              "territory",
              "island"),
          PERSON,
          Set.of(
              "person",
              "people",
              "president",
              "leader",
              "leaders",
              "minister",
              "king",
              "queen",
              "man",
              "woman",
              "scientist",
              "envoy",
              "envoys",
              "official",
              "officials",
              "author",
              "general",
              "ruler",
              "emperor",
              "philosopher",
              "politician",
              "architect",
              "inventor",
              "secretary",
              "commander",
              "governor",
              "duke",
              "name"),
          QUANTITY,
          Set.of(
              "percentage",
              "percent",
              "number",
              "amount",
              "size",
              "population",
              "rate",
              "cost",
              "price",
              "age",
              "distance",
              "speed",
              "temperature",
              "share",
              "proportion",
              "fraction",
              "ratio",
              "length",
              "height",
              "width",
              "budget"),
          REASON,
          Set.of("reason", "reasons", "cause", "causes", "purpose"));

  /** The kind of answer that the question asks for; {@link #OTHER} if its form does not tell. */
  /** The kind of which this one is a narrower sort, or itself. */
  AnswerKind group() {
    return switch (this) {
      case YEAR, CLOCK -> TIME;
      case MONEY -> QUANTITY;
      default -> this;
    };
  }

  static AnswerKind of(String question) {
    String asked = question.strip().toLowerCase(Locale.ENGLISH);
    AnswerKind narrow = narrow(asked);
    return narrow == OTHER ? broad(asked) : narrow;
  }

  private static AnswerKind narrow(String asked) {
    if (CLOCK_TIME.matcher(asked).find()) {
      return CLOCK;
    } else if (IN_YEAR.matcher(asked).find()) {
      return YEAR;
    } else if (OF_MONEY.matcher(asked).find()) {
      return MONEY;
    }
    return OF_SPEECH.matcher(asked).find() ? SPEECH : OTHER;
  }

  private static AnswerKind broad(String asked) {
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
