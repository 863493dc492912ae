package parley.knowledge.retrieval;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Fits all that {@link SentenceScoringModel} rests on and writes its resources anew:
 *
 * <pre>mvn test -P fit -pl knowledge -Dtest=FitModels -Dsquad=FILE -Dkept=FOLDER</pre>
 *
 * <p>{@code squad} is a SQuAD 2.0 JSON file, {@code kept} a folder to keep embeddings, indexes and
 * readers of folds in.
 */
class FitModels {

  private static final Path REPORTS = Path.of("src/test/resources/fit");
  private static final Path RESOURCES = Path.of("src/main/resources/parley/knowledge/retrieval");

  @Test
  void fit() throws IOException {
    Path kept = Path.of(System.getProperty("kept"));
    Path squad = Path.of(System.getProperty("squad"));
    FitReader.fit(REPORTS, kept, RESOURCES.resolve("reader.bin"));
    FitSentenceModel.fit(REPORTS, squad, kept, RESOURCES.resolve("sentence-model.json"));
  }
}
