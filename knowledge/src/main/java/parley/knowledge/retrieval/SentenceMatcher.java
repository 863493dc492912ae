package parley.knowledge.retrieval;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.store.embedding.CosineSimilarity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.knowledge.index.RecentlyUsed;
import parley.knowledge.index.TermStatistics;
import parley.knowledge.index.Terms;

/**
 * Computes the features of sentences for a question. What of them is the same for every question is
 * kept for the next. Thread-safe.
 */
final class SentenceMatcher {

  /** With their sentences about 30 KB each. */
  private static final int RECENT_PARAGRAPHS = 1_000;

  private static final int RECENT_SENTENCES = 5 * RECENT_PARAGRAPHS;

  private final EmbeddingModel embeddings;
  private final TermStatistics statistics;
  private final RecentlyUsed<Place, ParagraphText> paragraphs =
      new RecentlyUsed<>(RECENT_PARAGRAPHS);
  private final RecentlyUsed<PlacedSentence, SentenceText> sentences =
      new RecentlyUsed<>(RECENT_SENTENCES);
  private final RecentlyUsed<TextSegment, Embedding> vectors = new RecentlyUsed<>(RECENT_SENTENCES);

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

  /** Where a paragraph stands. */
  private record Place(String title, @Nullable String section, String paragraph) {
    static Place of(SentenceContext sentence) {
      return new Place(sentence.title(), sentence.section(), sentence.paragraph());
    }
  }

  private record PlacedSentence(Place place, String sentence) {}

  Matched match(List<SentenceContext> contexts, String question) {
    Map<Place, ParagraphText> here = new HashMap<>();
    for (SentenceContext context : contexts) {
      here.computeIfAbsent(Place.of(context), place -> paragraph(place, context));
    }
    Set<String> found = new HashSet<>();
    here.values().forEach(paragraph -> found.addAll(paragraph.stems()));
    QuestionProfile profile = QuestionProfile.of(question, Terms.of(question), statistics);
    return new Matched(
        features(contexts, question, profile, here),
        profile.unknownNames(),
        profile.unknown(),
        profile.coveredBy(found));
  }

  private ParagraphText paragraph(Place place, SentenceContext context) {
    return paragraphs.get(place, unknown -> ParagraphText.of(context));
  }

  private List<double[]> features(
      List<SentenceContext> contexts,
      String question,
      QuestionProfile profile,
      Map<Place, ParagraphText> here) {
    double[] similarities = similarities(contexts, question);
    List<double[]> features = new ArrayList<>();
    for (int i = 0; i < similarities.length; i++) {
      SentenceContext context = contexts.get(i);
      Place place = Place.of(context);
      ParagraphText paragraph = here.get(place);
      SentenceText sentence =
          sentences.get(
              new PlacedSentence(place, context.sentence()),
              placed -> SentenceText.of(paragraph, placed.sentence()));
      features.add(
          SentenceFeature.of(
              new SentenceMatch(
                  profile, paragraph, sentence, similarities[i], context.similarity())));
    }
    return features;
  }

  private double[] similarities(List<SentenceContext> contexts, String question) {
    Embedding asked = embeddings.embed(question).content();
    List<TextSegment> texts = contexts.stream().map(SentenceContext::embedded).toList();
    Map<TextSegment, Embedding> known = vectors.getAll(texts, this::embedded);
    return texts.stream()
        .mapToDouble(text -> CosineSimilarity.between(asked, known.get(text)))
        .toArray();
  }

  private Map<TextSegment, Embedding> embedded(List<TextSegment> texts) {
    List<Embedding> computed = embeddings.embedAll(texts).content();
    Map<TextSegment, Embedding> embedded = new HashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      embedded.put(texts.get(i), computed.get(i));
    }
    return embedded;
  }
}
