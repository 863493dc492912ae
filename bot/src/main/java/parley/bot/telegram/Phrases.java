package parley.bot.telegram;

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
import org.jspecify.annotations.Nullable;
import parley.bot.chat.Language;

/** What the bot says of itself, in one language. Thread-safe. */
final class Phrases {

  private static final String BUNDLE = "parley.bot.telegram.phrases";

  private static final Map<Language, Phrases> ALL =
      Arrays.stream(Language.values())
          .collect(
              Collectors.toMap(
                  Function.identity(),
                  Phrases::new,
                  (one, other) -> one,
                  () -> new EnumMap<>(Language.class)));

  private final Language language;
  private final ResourceBundle bundle;
  private final DateTimeFormatter dates;

  private Phrases(Language language) {
    this.language = language;
    // Not the language of the machine where a phrase is missing.
    Control control = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    this.bundle = ResourceBundle.getBundle(BUNDLE, language.locale(), control);
    this.dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language.locale());
  }

  /**
   * The phrases of a language.
   *
   * @param languageCode an IETF language tag such as {@code uk} or {@code pt-br}, as Telegram gives
   *     it; English where it is null or names a language that the bot does not speak
   */
  static Phrases in(@Nullable String languageCode) {
    return of(Language.of(languageCode).orElse(Language.ENGLISH));
  }

  static Phrases of(Language language) {
    return ALL.get(language);
  }

  /** The code of the language, for example {@code uk}. */
  String language() {
    return language.code();
  }

  /** Whether a language tag names this language, in whatever country. */
  boolean isLanguage(String tag) {
    return Language.of(tag).filter(language::equals).isPresent();
  }

  /**
   * A phrase, without markup.
   *
   * @param values what the phrase has places for, in their order; numbers are written as the
   *     language does
   * @throws java.util.MissingResourceException if there is no such phrase
   */
  String text(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), language.locale()).format(values);
  }

  /** A date in words, for example {@code 6 January 2026}. */
  String date(LocalDate date) {
    return dates.format(date);
  }
}
