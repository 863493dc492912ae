package parley.knowledge.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerModelTest {

  @Test
  void addsTheProductOfEachPair() {
    assertThat(AnswerModel.withProducts(new double[] {2, -1})).containsExactly(2, -1, 4, -2, 1);
    assertThat(AnswerModel.productNames(List.of("a", "b")))
        .containsExactly("a", "b", "a * a", "a * b", "b * b");
  }

  @Test
  void cutsOffWhatIsFarOut() {
    assertThat(AnswerModel.withProducts(new double[] {50})).containsExactly(3, 9);
  }
}
