package parley.knowledge.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages in which the knowledge base speaks. */
public enum Language {
  ENGLISH("en"),
  UKRAINIAN("uk"),
  FRENCH("fr"),
  GERMAN("de"),
  POLISH("pl"),
  RUSSIAN("ru");

  private final Locale locale;

  Language(String code) {
    this.locale = Locale.forLanguageTag(code);
  }

  /**
   * The language that a code names.
   *
   * @param tag ISO 639-1 or BCP 47, such as {@code uk} or {@code fr-CA}; also with an underscore
   * @return empty without a code, and for another language's
   */
  public static Optional<Language> of(@Nullable String tag) {
    if (tag == null) {
      return Optional.empty();
    }
    String code = Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage();
    return Arrays.stream(values()).filter(language -> language.code().equals(code)).findFirst();
  }

  /** ISO 639-1. */
  public String code() {
    return locale.getLanguage();
  }

  /** For the language's way to write numbers. */
  public Locale locale() {
    return locale;
  }

  /** ISO 639-3. */
  String longCode() {
    return locale.getISO3Language();
  }
}
