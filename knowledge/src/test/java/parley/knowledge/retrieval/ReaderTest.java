package parley.knowledge.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.knowledge.document.Sentences;
import parley.knowledge.index.EmbeddedModel;
import parley.knowledge.index.StoredEmbeddingModel;

class ReaderTest {

  private static final String PASSAGE =
      "The harbour of Lindholm was dredged in the spring of 2019. Captain Ida Berg led the work"
          + " with a crew of 48 people. She left because the council cut her budget.";

  private static final Reader READER = new Reader(ReaderWeights.load());

  @TempDir private static Path folder;
  private static StoredEmbeddingModel words;

  @BeforeAll
  static void load() {
    words = new StoredEmbeddingModel(EmbeddedModel.load(null, folder), folder);
  }

  @AfterAll
  static void close() {
    words.close();
  }

  @ParameterizedTest
  @CsvSource({
    "When was the harbour dredged?, 0",
    "Who was in charge of the work?, 1",
    "How many people were in the crew?, 1",
    "Why did Berg leave?, 2"
  })
  void theSentenceThatAnswersIsMoreProbableThanNone(String question, int sentence) {
    double[] scores = scores(question);
    assertThat(scores[sentence]).isPositive();
    for (int other = 0; other < scores.length; other++) {
      assertThat(scores[other]).isLessThanOrEqualTo(scores[sentence]);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Where was Ida Berg born?",
        "How much did the dredging cost?",
        "Who won the football world cup?"
      })
  void noSentenceIsMoreProbableThanNoneIfNoneAnswers(String question) {
    for (double score : scores(question)) {
      assertThat(score).isNegative();
    }
  }

  @Test
  void aQuestionWithoutTokensIsAnsweredByNothing() {
    assertThat(scores("")).containsOnly(Reader.LEAST);
  }

  @Test
  void aRunWithoutTokensAnswersNothing() {
    ReadQuestion question = READER.question(words.questionTokens("Who led the work?"));
    List<Reader.Run> beyond = List.of(new Reader.Run(1000, 1010));
    assertThat(READER.scores(question, READER.passage(words.passageTokens(PASSAGE)), beyond))
        .containsExactly(Reader.LEAST);
  }

  @Test
  void weightsAreReadAsTheyWereWritten() throws IOException {
    ReaderWeights weights = ReaderWeights.load();
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    weights.write(written);
    ReaderWeights read = ReaderWeights.read(new ByteArrayInputStream(written.toByteArray()));
    for (ReaderWeights.Part part : ReaderWeights.Part.values()) {
      assertThat(read.of(part).values()).isEqualTo(weights.of(part).values());
    }
  }

  private static double[] scores(String question) {
    List<Reader.Run> sentences =
        Sentences.of(PASSAGE).stream().map(s -> new Reader.Run(s.start(), s.end())).toList();
    return READER.scores(
        READER.question(words.questionTokens(question)),
        READER.passage(words.passageTokens(PASSAGE)),
        sentences);
  }
}
