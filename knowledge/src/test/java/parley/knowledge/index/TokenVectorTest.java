package parley.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenVectorTest {

  @TempDir private static Path folder;
  private static StoredEmbeddingModel embeddings;

  @BeforeAll
  static void load() {
    embeddings = new StoredEmbeddingModel(EmbeddedModel.load(null, folder), folder);
  }

  @AfterAll
  static void close() {
    embeddings.close();
  }

  @Test
  void aTokenKnowsWhereItBeginsInTheText() {
    assertThat(embeddings.questionTokens("Who led Lindholm?"))
        .extracting(TokenVector::start)
        .containsExactly(0, 4, 8, 11, 13, 15, 16);
  }

  @Test
  void aTokenIsSeenBetweenItsNeighbours() {
    List<TokenVector> money = embeddings.passageTokens("The bank lent money.");
    List<TokenVector> river = embeddings.passageTokens("The bank was muddy.");
    assertThat(money.get(1).start()).isEqualTo(river.get(1).start());
    assertThat(money.get(1).vector()).hasSize(384).isNotEqualTo(river.get(1).vector());
  }

  @Test
  void aTextWithoutContentHasNoTokens() {
    assertThat(embeddings.questionTokens("")).isEmpty();
  }
}
