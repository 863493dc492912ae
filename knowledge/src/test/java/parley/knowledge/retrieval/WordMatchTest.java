package parley.knowledge.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.knowledge.index.WordVector;

class WordMatchTest {

  private static final WordVector EAST = new WordVector("east", new float[] {1, 0});
  private static final WordVector NORTH = new WordVector("north", new float[] {0, 1});
  private static final WordVector WEST = new WordVector("west", new float[] {-1, 0});

  @Test
  void takesForEachWordTheNearest() {
    assertThat(WordMatch.of(List.of(EAST, WEST), List.of(EAST, NORTH)))
        .isEqualTo(new WordMatch(0.5, 0, 1, 1));
  }

  @Test
  void matchesNothingInAnEmptyText() {
    assertThat(WordMatch.of(List.of(EAST), List.of())).isEqualTo(new WordMatch(-1, -1, -1, -1));
  }

  @Test
  void aQuestionWithoutWordsMatchesNothing() {
    assertThat(WordMatch.of(List.of(), List.of(EAST))).isEqualTo(new WordMatch(0, 0, 0, 0));
  }
}
