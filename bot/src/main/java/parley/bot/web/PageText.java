package parley.bot.web;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.Function;
import java.util.stream.Collectors;
import parley.bot.chat.Language;

/** What the pages say of themselves, in one language. Thread-safe. */
final class PageText {

  private static final String BUNDLE = "parley.bot.web.page";

  private static final Map<Language, PageText> ALL =
      Arrays.stream(Language.values())
          .collect(
              Collectors.toMap(
                  Function.identity(),
                  PageText::new,
                  (one, other) -> one,
                  () -> new EnumMap<>(Language.class)));

  private final Language language;
  private final Map<String, String> phrases;
  private final DateTimeFormatter dates;

  private PageText(Language language) {
    this.language = language;
    // Not the language of the machine where a phrase is missing.
    Control control = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, language.locale(), control);
    this.phrases =
        bundle.keySet().stream().collect(Collectors.toMap(Function.identity(), bundle::getString));
    this.dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language.locale());
  }

  static PageText in(Language language) {
    return ALL.get(language);
  }

  Language language() {
    return language;
  }

  /** By their keys, as templates take them. */
  Map<String, String> phrases() {
    return phrases;
  }

  /**
   * A phrase.
   *
   * @param values what it has places for
   */
  String phrase(String key, Object... values) {
    return new MessageFormat(phrases.get(key), language.locale()).format(values);
  }

  /** A date in words, for example {@code 6 January 2026}. */
  String date(LocalDate date) {
    return dates.format(date);
  }
}
