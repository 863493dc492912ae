package parley.knowledge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.knowledge.Paragraph;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;

class LeadInTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ukraine’s President Volodymyr Zelenskyy spoke in Kyiv. | He noted that many would need consent. | 'On Volodymyr Zelenskyy: '
          France has said little. | It says that plans are being made.                                   | 'On France: '
          France has said little. | Its plans are being made.                                            | 'On France: '
          France has said little. | Plans are being made.                                                | ''
          So little is known of this. | They are being made.                                             | ''
          """)
  void saysOfWhomASentenceSpeaks(String before, String sentence, String leadIn) {
    assertThat(LeadIn.of(document(before, sentence), 2, 0, sentence)).isEqualTo(leadIn);
  }

  private static SourceDocument document(String... texts) {
    List<Paragraph> paragraphs = new ArrayList<>();
    for (String text : texts) {
      paragraphs.add(new Paragraph(paragraphs.size() + 1, null, text));
    }
    return new SourceDocument(
        new Source("news", "News", null, null, null, null, texts.length), paragraphs);
  }
}
