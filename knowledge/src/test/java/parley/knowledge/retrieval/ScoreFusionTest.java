package parley.knowledge.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.knowledge.Passage;
import parley.knowledge.Source;
import parley.knowledge.index.Candidate;

class ScoreFusionTest {

  private static final Source SOURCE = new Source("a", "A", null, null, null, null, 3);

  @Test
  void addsUpStandardisedScores() {
    assertThat(ScoreFusion.fuse(List.of(candidate(1, 0, 0.7), candidate(2, 4, 0.9))))
        .extracting(found -> found.passage().paragraph(), found -> rounded(found.score()))
        .containsExactly(tuple(2, 2.5), tuple(1, -2.5));
  }

  @Test
  void keepsTheOrderOfTheDocumentWhereAllScoreTheSame() {
    assertThat(ScoreFusion.fuse(List.of(candidate(2, 1, 0.5), candidate(1, 1, 0.5))))
        .extracting(found -> found.passage().paragraph())
        .containsExactly(1, 2);
  }

  @Test
  void fusesNothing() {
    assertThat(ScoreFusion.fuse(List.of())).isEmpty();
  }

  private static Candidate candidate(int paragraph, double lexical, double similarity) {
    return new Candidate(new Passage(SOURCE, paragraph, null, "Text."), lexical, similarity);
  }

  private static double rounded(double score) {
    return Math.round(score * 1000) / 1000.0;
  }
}
