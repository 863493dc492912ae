package parley.bot.chat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language that the bot speaks. */
public enum Language {
  ENGLISH("en", "English", Locale.UK),
  UKRAINIAN("uk", "Українська", Locale.forLanguageTag("uk-UA")),
  FRENCH("fr", "Français", Locale.FRANCE),
  GERMAN("de", "Deutsch", Locale.GERMANY),
  POLISH("pl", "Polski", Locale.forLanguageTag("pl-PL")),
  RUSSIAN("ru", "Русский", Locale.forLanguageTag("ru-RU"));

  private final String code;
  private final String ownName;
  private final Locale locale;

  Language(String code, String ownName, Locale locale) {
    this.code = code;
    this.ownName = ownName;
    this.locale = locale;
  }

  /** The two letters of ISO 639-1. */
  public String code() {
    return code;
  }

  /** What its speakers call it. */
  public String ownName() {
    return ownName;
  }

  /** For dates and numbers; the dates of English are those of the briefing, the day first. */
  public Locale locale() {
    return locale;
  }

  /**
   * The language of an IETF language tag.
   *
   * @param tag for example {@code uk}, {@code fr-CA} or {@code fr_CA}, in any case; null where none
   *     is named
   */
  public static Optional<Language> of(@Nullable String tag) {
    String wanted =
        Locale.forLanguageTag(tag == null ? "" : tag.strip().replace('_', '-')).getLanguage();
    return Arrays.stream(values()).filter(language -> language.code.equals(wanted)).findFirst();
  }
}
