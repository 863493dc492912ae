package parley.knowledge.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntroductionsTest {

  private static final String LIST = "Two ships:\n- one. [1]";

  @ParameterizedTest
  @EnumSource(Language.class)
  void anIntroductionIsTakenAway(Language language) {
    String introduced = new Wording(language).introduction() + "\n" + LIST;

    assertThat(Introductions.without(introduced)).isEqualTo(LIST);
  }

  @Test
  void theSourcesOwnLeadInStays() {
    assertThat(Introductions.without(LIST)).isEqualTo(LIST);
    assertThat(Introductions.without("\n")).isEqualTo("\n");
  }
}
