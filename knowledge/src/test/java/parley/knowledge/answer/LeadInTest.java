package parley.knowledge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.knowledge.Paragraph;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;
import parley.knowledge.language.Language;
import parley.knowledge.language.Wording;

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
    assertThat(leadIn(Language.ENGLISH, before, sentence)).isEqualTo(leadIn);
  }

  @Test
  void looksBackFourSentences() {
    String speaker = "Volodymyr Zelenskyy spoke.";
    String sentence = "He left.";

    assertThat(leadIn(Language.ENGLISH, speaker, "He rose. He sat.", "He wept.", sentence))
        .isEqualTo("On Volodymyr Zelenskyy: ");
    assertThat(leadIn(Language.ENGLISH, speaker, "He rose. He sat.", "He wept. He ate.", sentence))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "UKRAINIAN,'Мова про France: '",
    "FRENCH,'À propos de France : '",
    "GERMAN,'Zu France: '",
    "POLISH,'Dotyczy France: '",
    "RUSSIAN,'Речь о France: '"
  })
  void saysItInTheAskersLanguage(Language language, String leadIn) {
    assertThat(leadIn(language, "France has said little.", "It says more now.")).isEqualTo(leadIn);
  }

  private static String leadIn(Language language, String... paragraphs) {
    String last = paragraphs[paragraphs.length - 1];
    return LeadIn.of(document(paragraphs), paragraphs.length, 0, last, new Wording(language));
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
