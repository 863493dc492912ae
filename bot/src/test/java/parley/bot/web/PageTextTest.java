package parley.bot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.bot.chat.Language;

class PageTextTest {

  private static final Pattern PLACE = Pattern.compile("\\{\\d}");
  private static final PageText ENGLISH = PageText.in(Language.ENGLISH);

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageHasEveryPhraseWithTheSamePlaces(Language language) {
    PageText text = PageText.in(language);

    assertThat(text.phrases()).hasSameSizeAs(ENGLISH.phrases());
    ENGLISH
        .phrases()
        .forEach(
            (key, phrase) ->
                assertThat(PLACE.matcher(text.phrases().get(key)).results().count())
                    .as("%s %s", language, key)
                    .isEqualTo(PLACE.matcher(phrase).results().count()));
  }

  @ParameterizedTest
  @EnumSource(value = Language.class, names = "ENGLISH", mode = EnumSource.Mode.EXCLUDE)
  void noLanguageFallsBackToEnglish(Language language) {
    PageText text = PageText.in(language);

    assertThat(text.phrases().get("ask-lead")).isNotEqualTo(ENGLISH.phrases().get("ask-lead"));
    assertThat(text.phrases().values()).noneMatch(phrase -> phrase.contains("'"));
    assertThat(text.date(LocalDate.of(2026, 1, 6))).contains("2026").isNotEqualTo("6 January 2026");
  }
}
