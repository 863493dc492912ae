package parley.knowledge.retrieval;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.scoring.ScoringModel;
import java.util.List;
import java.util.stream.IntStream;
import parley.knowledge.document.Sentences;
import parley.knowledge.index.TermStatistics;
import parley.knowledge.index.WordEncoder;

/**
 * Scores how well sentences of a source answer a question: a fitted model ranks them by features of
 * both, a {@link Reader} reads the passages of the best, and another model tells by all that
 * whether the best of them answer at all.
 *
 * <p>The best sentence's score is the probability, 0 to 1, that it or one of the next two answers
 * the question. Another sentence's score is that probability times how much less likely it is to be
 * the right one. So a caller answers if the best score reaches its threshold, and adds sentences
 * whose score is near the best one's. All sentences of the best passages, about eight, are to be
 * scored in one call: the probability depends on how far the best stands out.
 *
 * <p>A segment is made by {@link SentenceContext#toSegment}. Thread-safe if the embedding model and
 * the statistics are.
 */
public final class SentenceScoringModel implements ScoringModel {
  private final EmbeddingModel embeddings;
  private final SentenceMatcher matcher;
  private final WordEncoder words;
  private final PassageReading reading;

  /**
   * Scores by the models in the jar.
   *
   * @param embeddings the embedded e5-small-v2, which the models were fitted with; it should keep
   *     the vectors of {@link SentenceContext#embedded}
   * @param words of the same model
   * @param statistics of the index that the sentences are from
   */
  public SentenceScoringModel(
      EmbeddingModel embeddings, WordEncoder words, TermStatistics statistics) {
    this.embeddings = embeddings;
    this.matcher = new SentenceMatcher(embeddings, statistics);
    this.words = words;
    this.reading = new PassageReading(() -> Fitted.READER, words);
  }

  /** Reads the models in the jar, so that the first question need not wait for it. */
  public static void loadNow() {
    Fitted.CENTRE.from(List.of());
  }

  /**
   * Reads a passage ahead, so that the first question that brings it up need not wait for the
   * model. What is read is kept.
   *
   * @param sentences all of the passage's, and what is made of several
   */
  public void readAhead(String passage, List<SentenceContext> sentences) {
    embeddings.embedAll(sentences.stream().map(SentenceContext::embedded).toList());
    sentences.forEach(sentence -> words.keepSentence(sentence.sentence()));
    Sentences.of(passage).forEach(sentence -> words.keepSentence(sentence.text()));
    reading.keep(passage);
  }

  @Override
  public Response<List<Double>> scoreAll(List<TextSegment> sentences, String question) {
    if (sentences.isEmpty()) {
      return Response.from(List.of());
    }
    SentenceModel model = Fitted.MODEL;
    List<SentenceContext> contexts = sentences.stream().map(SentenceContext::of).toList();
    SentenceMatcher.Matched matched = matcher.match(contexts, question);
    double[] unread = matched.features().stream().mapToDouble(model.sentence()::score).toArray();
    ScoredSentences scored =
        new ScoredSentences(
            contexts,
            matched,
            unread,
            reading.of(question, contexts, unread),
            model.reading(),
            new WordMatcher(words, Fitted.CENTRE, question));
    double answered = model.probability(scored);
    return Response.from(
        IntStream.range(0, contexts.size())
            .mapToObj(i -> answered * Math.exp(scored.score(i) - scored.best()))
            .toList());
  }

  /** Read when it is first used: listing documents needs no model. */
  private static final class Fitted {
    static final SentenceModel MODEL = SentenceModel.load();
    static final WordCentre CENTRE = MODEL.wordCentre();
    static final Reader READER = new Reader(ReaderWeights.load());
  }
}
