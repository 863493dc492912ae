package parley.knowledge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.knowledge.FoundPassage;
import parley.knowledge.Passage;
import parley.knowledge.Source;

class ExcerptTest {

  @Test
  void takesEachSentence() {
    assertThat(excerpts("One ship sailed. Two came back on Jan. 5."))
        .containsExactly("One ship sailed.", "Two came back on Jan. 5.");
  }

  @Test
  void keepsAListWithItsLeadInWhole() {
    assertThat(excerpts("It matters. Three things count:\n- salt\n- oil\n- time"))
        .containsExactly("It matters.", "Three things count:\n- salt\n- oil\n- time");
  }

  @Test
  void takesTheItemsOfALongListOneByOne() {
    String item = "- " + "word ".repeat(50).strip();

    assertThat(excerpts("Two things count:\n" + item + "\n" + item))
        .containsExactly("Two things count:", item, item);
  }

  private static List<String> excerpts(String text) {
    Source source = new Source("a", "A", null, null, null, null, 1);
    return Excerpt.of(new FoundPassage(new Passage(source, 1, null, text), 0, 0)).stream()
        .map(Excerpt::text)
        .toList();
  }
}
