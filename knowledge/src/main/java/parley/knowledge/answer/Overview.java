package parley.knowledge.answer;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.store.embedding.CosineSimilarity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import parley.knowledge.FoundPassage;
import parley.knowledge.Passage;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;
import parley.knowledge.index.PassageIndex;

/**
 * What the documents say as a whole, in their own sentences: the beginnings of those that say most
 * of what all say, or of few documents their first sentences. News begins with what matters: few
 * summarisers do better than its first three sentences.
 *
 * @see <a href="https://arxiv.org/abs/1704.04368">See, Liu and Manning 2017, the lead-3
 *     baseline</a>
 * @see <a href="https://doi.org/10.1016/j.ipm.2003.10.006">Radev and others 2004, centroid-based
 *     summarisation</a>
 */
final class Overview {

  private static final int MOST_STATEMENTS = 4;
  private static final int MOST_DOCUMENTS = 50;
  private static final int FEW_DOCUMENTS = 2;
  private static final int FIRST_PARAGRAPHS = 3;

  /** What is shorter is mostly a dateline or a heading. */
  private static final int FEWEST_WORDS = 6;

  private final PassageIndex index;
  private final EmbeddingModel embeddings;

  Overview(PassageIndex index, EmbeddingModel embeddings) {
    this.index = index;
    this.embeddings = embeddings;
  }

  /**
   * The sentences, in the order to give them.
   *
   * @param documents ids of the documents to look in; empty for all
   */
  List<Excerpt> of(Set<String> documents) {
    List<SourceDocument> newest =
        index.sources(documents).stream()
            .sorted(Source.NEWEST_FIRST)
            .limit(MOST_DOCUMENTS)
            .flatMap(source -> index.document(source.id()).stream())
            .toList();
    if (newest.size() <= FEW_DOCUMENTS) {
      return newest.stream()
          .flatMap(document -> beginning(document).stream().limit(MOST_STATEMENTS / newest.size()))
          .toList();
    }
    return mostCentral(
        newest.stream().flatMap(document -> beginning(document).stream().limit(1)).toList());
  }

  /** The first sentence of each of the first paragraphs. */
  private static List<Excerpt> beginning(SourceDocument document) {
    return document.paragraphs().stream()
        .map(
            paragraph ->
                new Passage(
                    document.source(),
                    paragraph.number(),
                    paragraph.section(),
                    paragraph.text(),
                    paragraph.page(),
                    List.of()))
        .flatMap(passage -> Excerpt.of(new FoundPassage(passage, 0, 0)).stream().limit(1))
        .filter(excerpt -> excerpt.words() >= FEWEST_WORDS)
        .filter(Excerpt::tells)
        .limit(FIRST_PARAGRAPHS)
        .toList();
  }

  private List<Excerpt> mostCentral(List<Excerpt> excerpts) {
    List<Embedding> vectors =
        embeddings.embedAll(excerpts.stream().map(Overview::embedded).toList()).content();
    Embedding centre = mean(vectors);
    List<Integer> central =
        IntStream.range(0, excerpts.size())
            .boxed()
            .sorted(
                Comparator.comparingDouble(
                        (Integer i) -> CosineSimilarity.between(vectors.get(i), centre))
                    .reversed())
            .toList();
    List<Excerpt> chosen = new ArrayList<>();
    for (int i : central) {
      boolean isNew = chosen.stream().noneMatch(c -> StatementSelection.isSame(c, excerpts.get(i)));
      if (isNew && chosen.size() < MOST_STATEMENTS) {
        chosen.add(excerpts.get(i));
      }
    }
    return chosen;
  }

  private static TextSegment embedded(Excerpt excerpt) {
    return ExcerptScoring.contexts(excerpt.passage()).get(excerpt.position()).embedded();
  }

  private static Embedding mean(List<Embedding> vectors) {
    float[] sum = new float[vectors.get(0).dimension()];
    for (Embedding vector : vectors) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += vector.vector()[i];
      }
    }
    return Embedding.from(sum);
  }
}
