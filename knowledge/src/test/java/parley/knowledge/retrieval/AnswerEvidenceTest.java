package parley.knowledge.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.knowledge.index.Terms;

class AnswerEvidenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PERSON | who led Norway | Norway was led by Haakon then. | 1",
        "PERSON | who led Norway | Norway was led by a king on Monday. | -1",
        "TIME | when did it end | It ended on Jan. 5. | 1",
        "TIME | what happened in 1905 | In 1905 it ended. | -1",
        "PLACE | where is the bank | The bank is in Oslo. | 1",
        "PLACE | where in Oslo is it | It is in Oslo. | -1",
        "QUANTITY | how many came | Some 35 people came. | 1",
        "QUANTITY | how many of the 35 came | Of the 35 some came. | -1",
        "REASON | why did he stay | He stayed because of the snow. | 1",
        "LIST | what are the aims | The aims are peace, trade and travel. | 1",
        "YES_OR_NO | is it over | It is over. | 0"
      })
  void aSentenceIsMarkedForWhatItAddsToTheQuestion(
      AnswerKind kind, String question, String sentence, int mark) {
    assertThat(
            AnswerEvidence.of(
                kind, sentence, Terms.of(sentence), ParagraphText.stems(Terms.of(question))))
        .isEqualTo(mark);
  }
}
