package parley.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

  @Test
  void theBotSpeaksTheLanguagesOfTheKnowledgeBase() {
    assertThat(Language.values())
        .extracting(Language::name, Language::code)
        .containsExactlyElementsOf(
            Arrays.stream(parley.knowledge.language.Language.values())
                .map(known -> tuple(known.name(), known.code()))
                .toList());
  }

  @ParameterizedTest
  @CsvSource({"uk, uk", "fr-CA, fr", "FR_ca, fr", "' de ', de", "pl-Latn-PL, pl"})
  void readsTagsAsTheKnowledgeBaseDoes(String tag, String code) {
    assertThat(Language.of(tag).map(Language::code)).contains(code);
    assertThat(parley.knowledge.language.Language.of(tag).map(known -> known.code()))
        .contains(code);
  }

  @ParameterizedTest
  @CsvSource({"it", "''", "klingon", "english", "u k"})
  void knowsNoOther(String tag) {
    assertThat(Language.of(tag)).isEmpty();
    assertThat(parley.knowledge.language.Language.of(tag)).isEmpty();
  }
}
