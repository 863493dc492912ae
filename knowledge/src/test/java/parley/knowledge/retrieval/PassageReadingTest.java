package parley.knowledge.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.knowledge.index.EmbeddedModel;
import parley.knowledge.index.StoredEmbeddingModel;

class PassageReadingTest {

  @TempDir private static Path folder;
  private static StoredEmbeddingModel words;
  private static PassageReading reading;

  @BeforeAll
  static void load() {
    words = new StoredEmbeddingModel(EmbeddedModel.load(null, folder), folder);
    reading = new PassageReading(() -> new Reader(ReaderWeights.load()), words);
  }

  @AfterAll
  static void close() {
    words.close();
  }

  @Test
  void thePassagesOfTheBestSentencesAreReadAndNoOthers() {
    List<SentenceContext> sentences =
        List.of(
            alone("Olof Strand took over in June."),
            alone("A ticket costs 120 kronor."),
            alone("Captain Ida Berg led the work."),
            alone("The council met in May."));
    double[] read = reading.of("Who led the work?", sentences, new double[] {2, 1, 4, 3});
    assertThat(read[1]).isEqualTo(Reader.LEAST);
    assertThat(read[2]).isPositive().isGreaterThan(read[0]).isGreaterThan(read[3]);
  }

  @Test
  void allSentencesOfAPassageAreRead() {
    String passage = "Captain Ida Berg led the work. Her deputy was Olof Strand.";
    List<SentenceContext> sentences =
        List.of(
            new SentenceContext("Captain Ida Berg led the work.", "", null, passage, 0),
            new SentenceContext("Her deputy was Olof Strand.", "", null, passage, 0));
    double[] read = reading.of("Who was Berg's deputy?", sentences, new double[] {4, 0});
    assertThat(read[1]).isPositive().isGreaterThan(read[0]);
  }

  private static SentenceContext alone(String sentence) {
    return new SentenceContext(sentence, "", null, sentence, 0);
  }
}
