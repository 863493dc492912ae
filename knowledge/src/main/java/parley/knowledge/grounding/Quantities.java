package parley.knowledge.grounding;

import static parley.knowledge.grounding.NumberWords.ANY_PART;
import static parley.knowledge.grounding.NumberWords.ANY_TIME;
import static parley.knowledge.grounding.NumberWords.ANY_UNIT;
import static parley.knowledge.grounding.NumberWords.SCALE;
import static parley.knowledge.grounding.NumberWords.SPELT;
import static parley.knowledge.grounding.NumberWords.TIME;
import static parley.knowledge.grounding.NumberWords.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.knowledge.grounding.Quantity.Unit;

/** Finds the numbers of an English text, in digits and in words: 1,200, thirty-five, two thirds. */
final class Quantities {

  private static final String BEGIN = "(?<![\\p{L}\\d.,])(?<!\\p{L}-)";

  private static final Pattern FIFTY_FIFTY = pattern(BEGIN + "fifty-fifty\\b");

  /** "Half a century", "a quarter of a century". */
  private static final Pattern PART_OF_TIME =
      pattern(BEGIN + "(?:a )?(?<part>half|quarter|third)(?: of)?(?: an?|[- ])[- ]?" + TIME);

  /** "Half a billion". */
  private static final Pattern PART_OF_SCALE =
      pattern(BEGIN + "(?<part>half|quarter)(?: of)? a " + SCALE);

  /** "A thousand". */
  private static final Pattern ONE_OF_SCALE =
      pattern(BEGIN + "an? (?<scale>hundred|thousand|million|billion|trillion)\\b");

  /** "A year and a half", "two and a half years". */
  private static final Pattern AND_A_HALF =
      pattern(
          BEGIN
              + "(?:(?<digits>\\d+)|"
              + SPELT
              + "|an?|another)(?: "
              + TIME
              + ")? and a half"
              + "(?: (?<after>"
              + ANY_TIME
              + ")s?\\b)?");

  /** "Two thirds", "a fifth of", "half", but not "a third country" nor "the second half". */
  private static final Pattern SHARE =
      pattern(
          BEGIN
              + "(?<!(?:first|second|other|latter|final|last) )"
              + "(?:(?<count>two|three|four|five|seven|nine)[- ](?<part>"
              + ANY_PART
              + ")s?\\b"
              + "|(?:(?:an?|one|another) )?(?<only>half|halve|quarter)s?\\b"
              + "(?! (?:"
              + ANY_TIME
              + "|time)\\b)"
              + "|(?:a|one)[- ](?<single>"
              + ANY_PART
              + ")\\b(?= of\\b| and\\b| (?:more|less|fewer"
              + "|higher|lower|dearer|cheaper|bigger|smaller)\\b|[,.;:)]|$)"
              + "|(?<some>"
              + ANY_UNIT
              + ")(?: out of| in(?: every)?) (?<whole>"
              + ANY_UNIT
              + ")\\b(?! (?:"
              + ANY_TIME
              + ")))");

  private static final Pattern NUMBER =
      pattern(
          BEGIN
              + "(?:(?<digits>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)"
              + "(?:st|nd|rd|th)?|"
              + SPELT
              + ")(?:[- ]?"
              + SCALE
              + ")?"
              + "(?:(?<percent> ?%| per ?cent\\b)|[- ]"
              + TIME
              + ")?(?![\\p{L}\\d]|\\.\\d)");

  private static final Pattern BARE_TIME = pattern("(?<![\\p{L}-])" + TIME);

  /** At 18:40 it is past six, and 6 p.m. is 18:00. */
  private static final Pattern AFTERNOON =
      pattern(
          "\\b(?:(?<late>1[3-9]|2[0-3])[:.][0-5]\\d"
              + "|(?<hour>\\d{1,2})(?:[:.][0-5]\\d)? ?p\\.?m\\b)");

  private static final Pattern ROUGHLY =
      pattern(
          "\\b(?:about|around|some|roughly|nearly|almost|over|under|than|to|estimated|approximately"
              + "|least|most|barely|just) [$€£]?$");

  private static final int LONGEST_ROUGHLY = 18;

  private Quantities() {}

  /** The numbers that the text claims; "one" alone is none, since it mostly stands for a noun. */
  static List<Quantity> in(String text) {
    List<Quantity> found = new ArrayList<>();
    String rest = taken(FIFTY_FIFTY, text, match -> quantity(50, Unit.SHARE, true, match), found);
    rest = taken(AND_A_HALF, rest, Quantities::andAHalf, found);
    rest = taken(PART_OF_TIME, rest, Quantities::partOfTime, found);
    rest = taken(PART_OF_SCALE, rest, Quantities::partOfScale, found);
    rest = taken(ONE_OF_SCALE, rest, Quantities::oneOfScale, found);
    rest = taken(SHARE, rest, Quantities::share, found);
    taken(NUMBER, rest, Quantities::number, found);
    return found;
  }

  /** The numbers that may stand behind a claim: with a year for "a year" and "the first year". */
  static List<Quantity> offeredBy(String text) {
    List<Quantity> found = new ArrayList<>(in(text));
    taken(BARE_TIME, text, match -> quantity(1, time(match), true, match), found);
    taken(AFTERNOON, text, Quantities::afternoon, found);
    return found;
  }

  /** Adds what the pattern finds and gives the text with blanks in its place. */
  private static String taken(
      Pattern pattern,
      String text,
      Function<Matcher, @Nullable Quantity> read,
      List<Quantity> found) {
    Matcher matcher = pattern.matcher(text);
    StringBuilder rest = new StringBuilder();
    while (matcher.find()) {
      Quantity quantity = read.apply(matcher);
      if (quantity != null) {
        found.add(isRough(text, matcher.start()) ? quantity.roughly() : quantity);
        matcher.appendReplacement(rest, " ".repeat(matcher.end() - matcher.start()));
      }
    }
    return matcher.appendTail(rest).toString();
  }

  private static boolean isRough(String text, int start) {
    return ROUGHLY.matcher(text).region(Math.max(0, start - LONGEST_ROUGHLY), start).find();
  }

  private static Quantity quantity(double value, Unit unit, boolean spelt, Matcher found) {
    return new Quantity(value, unit, spelt, false, found.start(), found.end());
  }

  private static Quantity partOfTime(Matcher found) {
    return quantity(1.0 / NumberWords.part(found.group("part")), time(found), true, found);
  }

  private static Quantity partOfScale(Matcher found) {
    double value = (double) NumberWords.scale(found) / NumberWords.part(found.group("part"));
    return quantity(value, Unit.COUNT, true, found);
  }

  private static Quantity oneOfScale(Matcher found) {
    return quantity(NumberWords.scale(found), Unit.COUNT, true, found);
  }

  private static Quantity andAHalf(Matcher found) {
    String after = found.group("after");
    Unit unit = after == null ? time(found) : NumberWords.time(after);
    double whole = found.group("digits") == null ? NumberWords.spelt(found) : digits(found);
    return quantity(Math.max(1, whole) + 0.5, unit, true, found);
  }

  private static Quantity share(Matcher found) {
    if (found.group("some") != null) {
      double some = NumberWords.unit(found.group("some"));
      double whole = NumberWords.unit(found.group("whole"));
      return quantity(100 * some / whole, Unit.SHARE, true, found);
    }
    if (found.group("count") != null) {
      double count = NumberWords.unit(found.group("count"));
      double part = NumberWords.part(found.group("part"));
      return quantity(100 * count / part, Unit.SHARE, true, found);
    }
    String one = found.group("only") == null ? found.group("single") : found.group("only");
    return quantity(100.0 / NumberWords.part(one), Unit.SHARE, true, found);
  }

  private static @Nullable Quantity number(Matcher found) {
    boolean one = "one".equalsIgnoreCase(found.group("small")) && found.group("scale") == null;
    if (one && found.group("time") == null) {
      return null;
    }
    boolean spelt = found.group("digits") == null;
    double value = spelt ? NumberWords.spelt(found) : digits(found);
    Unit unit = found.group("percent") == null ? time(found) : Unit.SHARE;
    return quantity(value * NumberWords.scale(found), unit, spelt, found);
  }

  private static Quantity afternoon(Matcher found) {
    String late = found.group("late");
    int hour =
        late == null ? Integer.parseInt(found.group("hour")) + 12 : Integer.parseInt(late) - 12;
    return quantity(hour, Unit.COUNT, false, found);
  }

  private static Unit time(Matcher found) {
    return NumberWords.time(found.group("time"));
  }

  private static double digits(Matcher found) {
    return Double.parseDouble(found.group("digits").replace(",", ""));
  }
}
