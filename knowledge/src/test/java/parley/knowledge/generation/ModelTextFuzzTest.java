package parley.knowledge.generation;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;

/** Whatever a model writes, and however it comes in pieces. */
class ModelTextFuzzTest {

  private static final int PASSAGES = 3;

  @FuzzTest
  void statementsAreTheSameHoweverTheTextIsCut(FuzzedDataProvider data) {
    int piece = data.consumeInt(1, 20);
    String text = data.consumeRemainingAsString();

    List<MarkedStatement> whole = parsed(text, Math.max(1, text.length()));

    assertThat(parsed(text, piece)).isEqualTo(whole);
    assertThat(whole)
        .flatExtracting(MarkedStatement::numbers)
        .allMatch(number -> (int) number >= 1 && (int) number <= PASSAGES);
  }

  private static List<MarkedStatement> parsed(String text, int piece) {
    CitationParser parser = new CitationParser(PASSAGES);
    List<MarkedStatement> statements = new ArrayList<>();
    for (int at = 0; at < text.length(); at += piece) {
      statements.addAll(parser.accept(text.substring(at, Math.min(text.length(), at + piece))));
    }
    statements.addAll(parser.end());
    return statements;
  }
}
