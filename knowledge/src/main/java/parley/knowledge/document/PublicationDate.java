package parley.knowledge.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the date on which a document says it was published. */
final class PublicationDate {

  private static final List<DateTimeFormatter> FORMATS =
      List.of(
          format("yyyy-M-d"),
          format("MMMM d, yyyy"),
          format("MMM d, yyyy"),
          format("d MMMM yyyy"),
          format("d MMM yyyy"),
          format("d.M.yyyy"));

  private static final Pattern ISO_START = Pattern.compile("^\\d{4}-\\d{1,2}-\\d{1,2}(?=T|\\s|$)");

  private static final String DATE =
      "(\\d{4}-\\d{1,2}-\\d{1,2}|\\p{L}{3,9}\\.? \\d{1,2}, \\d{4}|\\d{1,2} \\p{L}{3,9}\\.? \\d{4})";

  /**
   * A line that is a date, or that says "published" before one; a date in a sentence is no such.
   */
  private static final Pattern DATE_LINE =
      Pattern.compile(
          "^(?:(?:first )?(?:published|posted|issued|date|updated)(?: on)?:? ?)?(?:\\p{L}{6,9},? )?"
              + DATE
              + "(?:[ ,|].{0,30})?$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** A dateline such as "PARIS, Jan. 6, 2026 — " before a report's first words. */
  private static final Pattern DATELINE =
      Pattern.compile(
          "^\\p{Lu}[\\p{Lu} .'-]+(?:, \\p{L}+)?, " + DATE + " (?:\\([^)]{1,20}\\) )?[—–-] ");

  private PublicationDate() {}

  /** The date that this value of front matter or metadata stands for, where it is one. */
  static Optional<LocalDate> of(String value) {
    String plain = value.strip().replaceAll("(\\p{L})\\.", "$1").replace("Sept ", "Sep ");
    Matcher iso = ISO_START.matcher(plain);
    String date = iso.find() ? iso.group() : plain;
    return FORMATS.stream().flatMap(format -> parse(date, format).stream()).findFirst();
  }

  /** The date of a line that gives it as the document's own. */
  static Optional<LocalDate> ofLine(String line) {
    for (Pattern pattern : List.of(DATE_LINE, DATELINE)) {
      Matcher matcher = pattern.matcher(line);
      if (matcher.find()) {
        return of(matcher.group(1));
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> parse(String text, DateTimeFormatter format) {
    try {
      return Optional.of(LocalDate.parse(text, format));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static DateTimeFormatter format(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH);
  }
}
