package parley.knowledge.grounding;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A text parted into its dates and the rest, so that the 6 of "January 6" is no number of anything.
 *
 * @param dates in no particular order
 * @param rest the text with blanks in place of its dates
 */
record DatedText(List<DateMention> dates, String rest) {

  private static final String MONTH = "(?<month>" + names(Month.values()) + ")\\b\\.?";
  private static final String DAY = "(?<day>[0-3]?\\d)(?:st|nd|rd|th)?(?!\\d|[.,]\\d)";
  private static final String YEAR = "(?<year>(?:19|20)\\d{2})\\b(?!%|[.,]\\d)";
  private static final String WEEKDAY = "(?<weekday>" + names(DayOfWeek.values()) + ")\\b\\.?";
  private static final String BEGIN = "(?<![\\p{L}\\d.,])";

  /** Tried in this order: what is found is taken out before the next. */
  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile(BEGIN + DAY + "(?= ?(?:and|–|-|to) ?[0-3]?\\d (?:of )?" + MONTH + ")"),
          Pattern.compile("(?<=" + MONTH + " [0-3]?\\d ?(?:and|–|-|to) ?)" + DAY),
          Pattern.compile(BEGIN + "(?<year>(?:19|20)\\d{2})-(?<month>\\d{2})-(?<day>\\d{2})\\b"),
          Pattern.compile(BEGIN + MONTH + " " + DAY + "(?:,? " + YEAR + ")?"),
          Pattern.compile(BEGIN + DAY + " (?:of )?" + MONTH + "(?:,? " + YEAR + ")?"),
          Pattern.compile(BEGIN + MONTH + ",? (?:of )?" + YEAR),
          Pattern.compile(BEGIN + WEEKDAY),
          Pattern.compile(BEGIN + MONTH),
          Pattern.compile(BEGIN + YEAR));

  private static final Pattern NEW_YEARS_EVE = Pattern.compile("New Year[’']s Eve");

  static DatedText of(String text) {
    List<DateMention> dates = new ArrayList<>();
    String rest = text;
    for (Pattern form : FORMS) {
      Matcher found = form.matcher(rest);
      StringBuilder without = new StringBuilder();
      while (found.find()) {
        dates.add(mention(found));
        found.appendReplacement(without, " ".repeat(found.end() - found.start()));
      }
      rest = found.appendTail(without).toString();
    }
    if (NEW_YEARS_EVE.matcher(text).find()) {
      dates.add(new DateMention(null, Month.DECEMBER, 31, null));
    }
    return new DatedText(List.copyOf(dates), rest);
  }

  private static DateMention mention(Matcher found) {
    String year = group(found, "year");
    String day = group(found, "day");
    String weekday = group(found, "weekday");
    return new DateMention(
        year == null ? null : Integer.valueOf(year),
        month(group(found, "month")),
        day == null ? null : Integer.valueOf(day),
        weekday == null ? null : named(DayOfWeek.values(), weekday));
  }

  private static @Nullable String group(Matcher found, String name) {
    return found.pattern().pattern().contains("(?<" + name + ">") ? found.group(name) : null;
  }

  private static @Nullable Month month(@Nullable String word) {
    if (word == null) {
      return null;
    }
    if (Character.isDigit(word.charAt(0))) {
      int number = Integer.parseInt(word);
      return number >= 1 && number <= 12 ? Month.of(number) : null;
    }
    return named(Month.values(), word);
  }

  private static <E extends Enum<E>> E named(E[] values, String word) {
    String start = word.substring(0, 3).toUpperCase(Locale.ENGLISH);
    return Arrays.stream(values).filter(v -> v.name().startsWith(start)).findFirst().orElseThrow();
  }

  /** "January|Jan|February|Feb…", with the capital that tells May from may. */
  private static String names(Enum<?>[] values) {
    return Arrays.stream(values)
        .map(
            value -> value.name().charAt(0) + value.name().substring(1).toLowerCase(Locale.ENGLISH))
        .map(name -> name + "|" + name.substring(0, 3) + (name.startsWith("Sep") ? "t?" : ""))
        .map(alternatives -> alternatives.replace("|Tue", "|Tues?").replace("|Thu", "|Thu(?:rs?)?"))
        .collect(Collectors.joining("|"));
  }
}
