package parley.knowledge.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.segment.TextSegment;
import org.junit.jupiter.api.Test;

class SentenceContextTest {

  @Test
  void aSegmentHoldsAllOfIt() {
    SentenceContext context =
        new SentenceContext("It ended.", "The war", "Peace", "It began. It ended.", 2.5);
    assertThat(SentenceContext.of(context.toSegment())).isEqualTo(context);
  }

  @Test
  void aSectionMayBeAbsent() {
    SentenceContext context = new SentenceContext("It ended.", "The war", null, "It ended.", -1);
    assertThat(SentenceContext.of(context.toSegment())).isEqualTo(context);
  }

  @Test
  void aBareSegmentIsItsOwnParagraph() {
    assertThat(SentenceContext.of(TextSegment.from("It ended.")))
        .isEqualTo(new SentenceContext("It ended.", "", null, "It ended.", 0));
  }
}
