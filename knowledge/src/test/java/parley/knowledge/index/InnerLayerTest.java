package parley.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class InnerLayerTest {

  @Test
  void anOutputIsAFieldOfTheGraphOfTheModel() {
    assertThat(InnerLayer.asOutput("ab"))
        .isEqualTo("\u003a\u0006\u0062\u0004\n\u0002ab".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void aNameThatIsTooLongIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InnerLayer.asOutput("a".repeat(130)))
        .withMessage("a name of 130 bytes is too long");
  }
}
