package parley.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.knowledge.Citation;
import parley.knowledge.Source;

class SourceLineTest {

  @Test
  void namesPageAndCopiesOfACitation() {
    Source source = new Source("harbour", "The harbour", null, null, null, null, 9);

    assertThat(
            SourceLine.numbered(new Citation(1, source, 7, "At dawn.", 3, List.of(source))).text())
        .isEqualTo("[1] The harbour · p. 3 · paragraph 7 · also in: The harbour");
  }
}
