package parley.knowledge.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceNamesTest {

  @Test
  void knowsThatACapitalMayStandForItsCountry() {
    assertThat(PlaceNames.sameAs("moscow")).contains("russia", "kremlin");
    assertThat(PlaceNames.sameAs("berg")).containsExactly("berg");
  }
}
