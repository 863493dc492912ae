package parley.knowledge.grounding;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.knowledge.grounding.Quantity.Unit;

/** The words that English writes numbers with, as parts of patterns, and what they stand for. */
final class NumberWords {

  private static final Map<String, Integer> UNITS =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("dozen", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18),
          Map.entry("nineteen", 19));

  private static final Map<String, Integer> TENS =
      Map.of(
          "twenty", 20, "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "seventy", 70,
          "eighty", 80, "ninety", 90);

  private static final Map<String, Long> SCALES =
      Map.of(
          "hundred", 100L,
          "thousand", 1_000L,
          "million", 1_000_000L,
          "m", 1_000_000L,
          "billion", 1_000_000_000L,
          "bn", 1_000_000_000L,
          "trillion", 1_000_000_000_000L);

  private static final Map<String, Integer> PARTS =
      Map.of(
          "half",
          2,
          "halve",
          2,
          "third",
          3,
          "quarter",
          4,
          "fifth",
          5,
          "sixth",
          6,
          "eighth",
          8,
          "tenth",
          10,
          "twentieth",
          20);

  private static final Map<String, Unit> TIMES =
      Map.of(
          "hour", Unit.HOUR,
          "day", Unit.DAY,
          "week", Unit.WEEK,
          "fortnight", Unit.FORTNIGHT,
          "month", Unit.MONTH,
          "year", Unit.YEAR,
          "decade", Unit.DECADE,
          "century", Unit.CENTURY,
          "centurie", Unit.CENTURY);

  static final String ANY_UNIT = any(UNITS);
  static final String ANY_PART = any(PARTS);
  static final String ANY_TIME = any(TIMES);
  static final String SCALE = "(?<scale>" + any(SCALES) + ")(?!\\p{L})";
  static final String TIME = "(?<time>" + ANY_TIME + ")s?\\b";

  /** Twenty, twenty-seven, seven. */
  static final String SPELT =
      "(?:(?<tens>" + any(TENS) + ")(?:[- ](?<unit>" + ANY_UNIT + "))?|(?<small>" + ANY_UNIT + "))";

  private NumberWords() {}

  static Pattern pattern(String form) {
    return Pattern.compile(form, Pattern.CASE_INSENSITIVE);
  }

  /** What {@link #SCALE} found stands for; 1 without one. */
  static long scale(Matcher found) {
    String scale = found.group("scale");
    return scale == null ? 1 : SCALES.get(lower(scale));
  }

  /** What {@link #SPELT} found stands for; 0 if it found nothing. */
  static int spelt(Matcher found) {
    return word(found, "tens", TENS) + word(found, "unit", UNITS) + word(found, "small", UNITS);
  }

  static int unit(String word) {
    return UNITS.get(lower(word));
  }

  /** Into how many parts this word divides: 4 for a quarter. */
  static int part(String word) {
    return PARTS.get(lower(word));
  }

  static Unit time(@Nullable String word) {
    return word == null ? Unit.COUNT : TIMES.get(lower(word));
  }

  private static int word(Matcher found, String group, Map<String, Integer> values) {
    String word = found.group(group);
    return word == null ? 0 : values.get(lower(word));
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ENGLISH);
  }

  private static String any(Map<String, ?> words) {
    return words.keySet().stream().sorted().collect(Collectors.joining("|"));
  }
}
