package parley.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.knowledge.Paragraph;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;

class PassageSplitterTest {

  @Test
  void searchesAParagraphBelowItsTitleAndSection() {
    assertThat(split(new Paragraph(1, "Supplies", "The crew took bread, salt and much water.")))
        .containsExactly("The fleet\nSupplies\nThe crew took bread, salt and much water.");
  }

  @Test
  void searchesATinyParagraphWithTheOneBeforeIt() {
    assertThat(
            split(
                new Paragraph(1, null, "The crew took bread, salt and much water."),
                new Paragraph(2, null, "It was gone soon.")))
        .element(1)
        .isEqualTo("The fleet\nThe crew took bread, salt and much water.\nIt was gone soon.");
  }

  @Test
  void cutsAVeryLongParagraphBetweenSentences() {
    String sentence = "This sentence of a long paragraph has exactly ten words indeed.";
    String text = String.join(" ", IntStream.range(0, 50).mapToObj(i -> sentence).toList());

    List<PassageSplitter.Cut> cuts = PassageSplitter.split(document(new Paragraph(1, null, text)));

    assertThat(cuts).hasSize(3);
    assertThat(cuts).allMatch(cut -> cut.passage().text().endsWith("indeed."));
    assertThat(String.join(" ", cuts.stream().map(cut -> cut.passage().text().strip()).toList()))
        .isEqualTo(text);
  }

  private static List<String> split(Paragraph... paragraphs) {
    return PassageSplitter.split(document(paragraphs)).stream()
        .map(PassageSplitter.Cut::content)
        .toList();
  }

  private static SourceDocument document(Paragraph... paragraphs) {
    return new SourceDocument(
        new Source("fleet", "The fleet", null, null, null, null, paragraphs.length),
        Arrays.asList(paragraphs));
  }
}
