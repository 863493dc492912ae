package parley.knowledge.time;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds dates in texts of one language: {@code 3 January 2026}, {@code January 3rd}, {@code in
 * January}, {@code 2026-01-03}, {@code 3.1.2026}. The months' names are those of the JDK (Unicode's
 * CLDR). Immutable.
 */
final class DatePattern {

  /** Ways to write a date; each has its own groups for day, month and year. */
  private static final List<String> WAYS =
      List.of(
          "(?<y0>(?:19|20)\\d\\d)-(?<m0>\\d\\d)-(?<d0>\\d\\d)",
          "(?<d1>\\d{1,2})\\.(?<m1>\\d{1,2})\\.(?<y1>(?:19|20)\\d\\d)",
          "(?<d2>\\d{1,2})(?:st|nd|rd|th|er|\\.)?(?: of)? (?<m2>MONTH)(?:,? (?<y2>(?:19|20)\\d\\d))?",
          "(?<m3>MONTH) (?<d3>\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,? (?<y3>(?:19|20)\\d\\d))?",
          "(?<d4>)(?<m4>MONTH),? (?<y4>(?:19|20)\\d\\d)",
          "(?<d5>)IN (?<m5>MONTH)(?!,? \\d)(?<y5>)");

  private final List<Pattern> months;
  private final Pattern pattern;

  /** A date and where it stands. */
  record Found(NamedDate date, int start, int end) {}

  /**
   * @param in what a month stands after in "in January", as a regular expression
   */
  DatePattern(Locale locale, String in) {
    List<String> names = Arrays.stream(Month.values()).map(m -> forms(m, locale)).toList();
    String month = String.join("|", names);
    String ways =
        WAYS.stream()
            .map(way -> way.replace("MONTH", month).replace("IN", "(?:" + in + ")"))
            .collect(Collectors.joining("|"));
    months = names.stream().map(WordPatterns::pattern).toList();
    pattern = WordPatterns.words(ways);
  }

  /** The dates of a text, in order. */
  List<Found> in(String text) {
    List<Found> found = new ArrayList<>();
    Matcher match = pattern.matcher(text);
    while (match.find()) {
      date(match).ifPresent(date -> found.add(new Found(date, match.start(), match.end())));
    }
    return found;
  }

  private Optional<NamedDate> date(Matcher match) {
    for (int way = 0; way < WAYS.size(); way++) {
      String month = match.group("m" + way);
      if (month != null) {
        return NamedDate.of(
            number(match.group("y" + way)), month(month), number(match.group("d" + way)));
      }
    }
    return Optional.empty();
  }

  private int month(String written) {
    if (Character.isDigit(written.charAt(0))) {
      return Integer.parseInt(written);
    }
    int month = 0;
    while (!months.get(month).matcher(written).matches()) {
      month++;
    }
    return month + 1;
  }

  private static OptionalInt number(@Nullable String digits) {
    return digits == null || digits.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(Integer.parseInt(digits));
  }

  /** The month's names; also with another ending where the language has some. */
  private static String forms(Month month, Locale locale) {
    String name = month.getDisplayName(TextStyle.FULL, locale);
    String alone = month.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    String brief = month.getDisplayName(TextStyle.SHORT, locale).replace(".", "") + "\\.?";
    Stream<String> forms = Stream.of(name, alone, brief);
    String stem = name.substring(0, name.length() - 1) + "\\p{L}{1,2}";
    return Stream.concat(forms, name.equals(alone) ? Stream.empty() : Stream.of(stem))
        .distinct()
        .collect(Collectors.joining("|"));
  }
}
