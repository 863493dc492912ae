package parley.knowledge.time;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import parley.knowledge.language.Language;
import parley.knowledge.resource.Resources;

/** The words for time of one language, by the patterns of its resource. Immutable. */
final class TimePhrases {

  private static final Map<Language, TimePhrases> READ = new ConcurrentHashMap<>();

  private static final int WEEK = 7;
  private static final int MOST_DAYS = 366;

  private final DatePattern dates;
  private final Map<RelativeTime, Pattern> relative = new EnumMap<>(RelativeTime.class);
  private final Pattern latest;
  private final Pattern lastDays;
  private final Pattern since;
  private final Pattern otherwise;
  private final Pattern on;
  private final Pattern now;
  private final SubjectWords subject;

  private TimePhrases(Properties words, Language language) {
    dates = new DatePattern(language.locale(), words.getProperty("in"));
    for (RelativeTime time : RelativeTime.values()) {
      relative.put(time, WordPatterns.words(words.getProperty(time.key())));
    }
    latest = WordPatterns.words(words.getProperty("latest"));
    lastDays = WordPatterns.words(words.getProperty("last-days"));
    since = WordPatterns.before(words.getProperty("since"));
    otherwise = WordPatterns.before(words.getProperty("otherwise"));
    on = WordPatterns.before(words.getProperty("on"));
    now = WordPatterns.words(words.getProperty("now"));
    subject = new SubjectWords(words);
  }

  static TimePhrases of(Language language) {
    return READ.computeIfAbsent(language, TimePhrases::read);
  }

  /**
   * A phrase and where it stands.
   *
   * @param word the days it names; empty for what is new, or holds now
   * @param newest whether what is new is asked for
   * @param since whether all days from then on are meant
   */
  record Found(Optional<TimeWord> word, boolean newest, boolean since, int start, int end) {

    /** What is left of the text without the phrase. */
    private String rest(String text) {
      return (text.substring(0, start).strip() + " " + text.substring(end).strip()).strip();
    }
  }

  /** The first phrase of a text that says which days are meant, or else that for the newest. */
  Optional<Found> in(String text) {
    return dated(text)
        .or(() -> relative(text))
        .or(() -> undated(latest, text))
        .or(() -> undated(now, text));
  }

  /** The dates that a text names. */
  List<NamedDate> dates(String text) {
    return dates.in(text).stream().map(DatePattern.Found::date).toList();
  }

  /** Whether a question asks for no more than what there is of a time: "what happened". */
  boolean asksForAnything(String text, Found found) {
    return subject.areMissing(found.rest(text));
  }

  /** What a question asks for apart from time. */
  String timeless(String text, Found found) {
    boolean begins = found.newest() && subject.areMissing(text.substring(0, found.start()));
    return subject.question(found.rest(text), begins);
  }

  private Optional<Found> undated(Pattern pattern, String text) {
    Matcher match = pattern.matcher(text);
    return match.find()
        ? Optional.of(
            new Found(Optional.empty(), pattern == latest, false, match.start(), match.end()))
        : Optional.empty();
  }

  private Optional<Found> dated(String text) {
    return dates.in(text).stream()
        .filter(date -> !ends(otherwise, text, date.start()))
        .findFirst()
        .map(date -> found(text, date.date(), date.start(), date.end()));
  }

  private Optional<Found> relative(String text) {
    return Stream.concat(
            Arrays.stream(RelativeTime.values())
                .flatMap(time -> match(relative.get(time), text, time).stream()),
            lastDays(text).stream())
        .filter(found -> !ends(otherwise, text, found.start()))
        .findFirst();
  }

  private Optional<Found> match(Pattern pattern, String text, TimeWord word) {
    Matcher match = pattern.matcher(text);
    return match.find()
        ? Optional.of(found(text, word, match.start(), match.end()))
        : Optional.empty();
  }

  private Optional<Found> lastDays(String text) {
    Matcher match = lastDays.matcher(text);
    if (!match.find()) {
      return Optional.empty();
    }
    String days = match.group("days");
    int many = days == null ? WEEK : Math.min(MOST_DAYS, Integer.parseInt(days));
    return Optional.of(found(text, new LastDays(many), match.start(), match.end()));
  }

  private Found found(String text, TimeWord word, int start, int end) {
    boolean open = ends(since, text, start);
    int from = start(open ? since : on, text, start);
    return new Found(Optional.of(word), false, open, from, end);
  }

  private static boolean ends(Pattern pattern, String text, int end) {
    return start(pattern, text, end) < end;
  }

  private static int start(Pattern pattern, String text, int end) {
    Matcher match = pattern.matcher(text).region(0, end);
    return match.find() ? match.start() : end;
  }

  private static TimePhrases read(Language language) {
    String name = "time_" + language.code() + ".properties";
    return new TimePhrases(Resources.properties(TimePhrases.class, name), language);
  }
}
