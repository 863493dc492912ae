package parley.knowledge.retrieval;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.store.embedding.CosineSimilarity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.knowledge.index.TermStatistics;
import parley.knowledge.index.Terms;

/** Computes the features of sentences for a question. Immutable and thread-safe. */
final class SentenceMatcher {
  private final EmbeddingModel embeddings;
  private final TermStatistics statistics;

  SentenceMatcher(EmbeddingModel embeddings, TermStatistics statistics) {
    this.embeddings = embeddings;
    this.statistics = statistics;
  }

  /**
   * The sentences' features for a question.
   *
   * @param features one array a sentence, by {@link SentenceFeature}
   * @param unknownNames share of the question's names that the whole index lacks, 0 to 1
   * @param unknown share of the question that the whole index lacks, 0 to 1
   * @param coverage share of the question that the paragraphs hold together, 0 to 1
   */
  record Matched(List<double[]> features, double unknownNames, double unknown, double coverage) {}

  Matched match(List<SentenceContext> sentences, String question) {
    Map<String, ParagraphText> paragraphs = new HashMap<>();
    for (SentenceContext sentence : sentences) {
      paragraphs.computeIfAbsent(key(sentence), key -> ParagraphText.of(sentence));
    }
    Set<String> found = new HashSet<>();
    paragraphs.values().forEach(paragraph -> found.addAll(paragraph.stems()));
    QuestionProfile profile = QuestionProfile.of(question, Terms.of(question), statistics);
    return new Matched(
        features(sentences, question, profile, paragraphs),
        profile.unknownNames(),
        profile.unknown(),
        profile.coveredBy(found));
  }

  private List<double[]> features(
      List<SentenceContext> sentences,
      String question,
      QuestionProfile profile,
      Map<String, ParagraphText> paragraphs) {
    double[] similarities = similarities(sentences, question);
    List<double[]> features = new ArrayList<>();
    for (int i = 0; i < similarities.length; i++) {
      SentenceContext sentence = sentences.get(i);
      features.add(
          SentenceFeature.of(
              new SentenceMatch(
                  profile,
                  paragraphs.get(key(sentence)),
                  sentence.sentence(),
                  similarities[i],
                  sentence.similarity())));
    }
    return features;
  }

  private static String key(SentenceContext sentence) {
    return sentence.title() + "\n" + sentence.section() + "\n" + sentence.paragraph();
  }

  private double[] similarities(List<SentenceContext> sentences, String question) {
    Embedding asked = embeddings.embed(question).content();
    return embeddings
        .embedAll(sentences.stream().map(SentenceContext::embedded).toList())
        .content()
        .stream()
        .mapToDouble(sentence -> CosineSimilarity.between(asked, sentence))
        .toArray();
  }
}
