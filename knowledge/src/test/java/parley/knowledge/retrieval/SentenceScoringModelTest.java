package parley.knowledge.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.CosineSimilarity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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

class SentenceScoringModelTest {
  private static final String TITLE = "Lindholm harbour";

  /** Where the answerer draws the line. */
  private static final double ANSWERED_FROM = 0.26;

  @TempDir private static Path folder;

  private static final List<String> PARAGRAPHS =
      List.of(
          "The harbour of Lindholm was dredged in the spring of 2019. Captain Ida Berg led the work"
              + " with a crew of 48 people. It had been planned two years earlier.",
          "Berg left the project because the council cut her budget in half. Her deputy, Olof Strand,"
              + " took over in June and finished it.",
          "The council pursues three aims: keeping the channel open, protecting the eel grass and"
              + " cutting noise for the neighbours.",
          "Ferries from Lindholm sail to Marstrand and Skagen. A return ticket costs 120 kronor.");
  private static StoredEmbeddingModel embeddings;
  private static SentenceScoringModel model;

  @BeforeAll
  static void load() {
    embeddings = new StoredEmbeddingModel(EmbeddedModel.load(null, folder), folder);
    model = new SentenceScoringModel(embeddings, embeddings, FixedStatistics.of(PARAGRAPHS));
  }

  @AfterAll
  static void close() {
    embeddings.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "When was the harbour dredged? | was dredged in the spring of 2019",
        "Who was in charge of the work? | Captain Ida Berg led the work",
        "Why did Berg quit? | because the council cut her budget",
        "What are the three aims of the council? | three aims",
        "How much is a return ticket? | 120 kronor",
        "who took over from Berg | Olof Strand",
        "Which places do the ships go to? | Marstrand and Skagen",
        "When was the harbor of Lindhlom dreged? | was dredged in the spring of 2019"
      })
  void theSentenceThatAnswersComesFirst(String question, String answer) {
    assertThat(best(question).sentence()).contains(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "When was the harbour dredged?",
        "Why did Berg leave the project?",
        "What are the three aims of the council?",
        "How much is a return ticket?"
      })
  void aQuestionInTheWordsOfTheSourcesIsProbable(String question) {
    assertThat(best(question).score()).isGreaterThan(ANSWERED_FROM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Who won the football world cup?",
        "What is the capital of Australia?",
        "How does photosynthesis work?",
        "When did Napoleon invade Russia?"
      })
  void aQuestionFarFromTheSourcesIsImprobable(String question) {
    assertThat(best(question).score()).isLessThan(ANSWERED_FROM);
  }

  @Test
  void scoresAreProbabilitiesInTheOrderOfTheSegments() {
    List<Double> scores =
        model.scoreAll(segments("Who led the work?"), "Who led the work?").content();
    assertThat(scores)
        .hasSameSizeAs(segments("Who led the work?"))
        .allSatisfy(s -> assertThat(s).isBetween(0.0, 1.0));
    assertThat(scores)
        .isEqualTo(model.scoreAll(segments("Who led the work?"), "Who led the work?").content());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?", "the", "😀", "who", "\u0000"})
  void aQuestionWithoutContentIsScoredLow(String question) {
    assertThat(model.scoreAll(segments(question), question).content())
        .allSatisfy(s -> assertThat(s).isBetween(0.0, 0.5));
  }

  @Test
  void aSegmentWithoutMetadataIsScoredAlone() {
    assertThat(model.score("Captain Ida Berg led the work.", "Who led the work?").content())
        .isBetween(0.0, 1.0);
  }

  @Test
  void noSentencesHaveNoScores() {
    assertThat(model.scoreAll(List.of(), "Who led the work?").content()).isEmpty();
  }

  private record Scored(String sentence, double score) {}

  private static Scored best(String question) {
    List<TextSegment> segments = segments(question);
    List<Double> scores = model.scoreAll(segments, question).content();
    return IntStream.range(0, scores.size())
        .mapToObj(i -> new Scored(segments.get(i).text(), scores.get(i)))
        .max((a, b) -> Double.compare(a.score(), b.score()))
        .orElseThrow();
  }

  /** As the retriever makes them: with the cosine of passage and question. */
  private static List<TextSegment> segments(String question) {
    Embedding asked = embeddings.embed(question).content();
    List<TextSegment> segments = new ArrayList<>();
    for (String paragraph : PARAGRAPHS) {
      TextSegment passage = TextSegment.from(TITLE + "\n" + paragraph);
      double similarity =
          CosineSimilarity.between(asked, embeddings.embedAll(List.of(passage)).content().get(0));
      for (Sentences.Sentence sentence : Sentences.of(paragraph)) {
        segments.add(
            new SentenceContext(sentence.text(), TITLE, null, paragraph, similarity).toSegment());
      }
    }
    return segments;
  }
}
