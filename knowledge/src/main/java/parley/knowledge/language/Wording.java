package parley.knowledge.language;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.ResourceBundle;

/**
 * What the knowledge base says itself, in one language.
 *
 * @param language the language of what is said
 */
public record Wording(Language language) {

  private static final String BUNDLE = "parley.knowledge.language.wording";

  /** The machine's own language is none of the asker's: English is what there is at least. */
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  /** Asks for a question where there is none. */
  public String empty() {
    return text("empty");
  }

  /** Asks for a shorter question. */
  public String tooLong(int characters, int most) {
    return message("too-long", characters, most);
  }

  /** Asks for a question in words. */
  public String noWords() {
    return text("no-words");
  }

  /** Asks for a question that names what it is about. */
  public String noSubject() {
    return text("no-subject");
  }

  /**
   * Says that the documents do not answer.
   *
   * @param topics what can be asked instead, in the documents' language; may be none
   */
  public String notInSources(List<String> topics) {
    return withTopics("not-in-sources", "nearby", topics);
  }

  /** The same of a question that had to be translated: that English serves better, too. */
  public String notFound(List<String> topics) {
    return withTopics("not-found", "nearby-titles", topics);
  }

  /** Says that it cannot search in the asker's language, and in which it can. */
  public String otherLanguage() {
    return text("other-language");
  }

  /** Says that the language model has no tokens left today. */
  public String modelSpent() {
    return text("model-spent");
  }

  /** Stands on a line of its own before statements that are not in the asker's language. */
  public String introduction() {
    return text("introduction");
  }

  /** Says of whom or what a quoted sentence speaks; a space follows it. */
  public String leadIn(String name) {
    return message("lead-in", name);
  }

  /** Heads what the documents said last. */
  public String asOf(LocalDate date) {
    return message("as-of", date(date));
  }

  /** Says before a quoted sentence when that was said; a space follows it. */
  public String onDay(LocalDate date) {
    return message("on-day", date(date));
  }

  /** Heads what documents of some days say. */
  public String ofDays(String days) {
    return message("of-days", days);
  }

  /** Heads what documents say, the newest of a day, that are not of the days asked for. */
  public String onlyOfOtherDays(String days, LocalDate newest) {
    return message("only-of-other-days", days, date(newest));
  }

  /** Says that no document is of some days. */
  public String noneOfDays(String days, LocalDate newest) {
    return message("none-of-days", days, date(newest));
  }

  /**
   * Some days from a first to a last, to be told in another message.
   *
   * @param last {@link LocalDate#MAX} for no end
   */
  public String days(LocalDate first, LocalDate last) {
    if (last.equals(LocalDate.MAX)) {
      return message("days-since", date(first));
    }
    return first.equals(last) ? date(first) : message("days", date(first), date(last));
  }

  /** The same with the day they were counted from: today, or the newest document's. */
  public String counted(String days, LocalDate from, boolean today) {
    return message(today ? "counted-from-today" : "counted-from-newest", days, date(from));
  }

  /** Answers small talk. */
  public String reply(SmallTalk talk) {
    return text(talk.key());
  }

  /** In English the day goes first, as the citations have it. */
  private String date(LocalDate date) {
    DateTimeFormatter format =
        language == Language.ENGLISH
            ? DateTimeFormatter.ofPattern("d MMMM uuuu")
            : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG);
    return format.withLocale(language.locale()).format(date);
  }

  private String withTopics(String key, String topicsKey, List<String> topics) {
    return topics.isEmpty()
        ? text(key)
        : text(key) + " " + message(topicsKey, String.join("; ", topics));
  }

  private String text(String key) {
    return ResourceBundle.getBundle(BUNDLE, language.locale(), NO_FALLBACK).getString(key);
  }

  private String message(String key, Object... parts) {
    return new MessageFormat(text(key), language.locale()).format(parts);
  }
}
