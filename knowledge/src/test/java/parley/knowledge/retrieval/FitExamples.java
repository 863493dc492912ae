package parley.knowledge.retrieval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import parley.knowledge.FoundPassage;
import parley.knowledge.document.Sentences;
import parley.knowledge.document.Sentences.Sentence;
import parley.knowledge.index.IndexUpdater;
import parley.knowledge.index.LucenePassageIndex;
import parley.knowledge.index.PassageIndex;
import parley.knowledge.index.StoredEmbeddingModel;
import parley.knowledge.observation.Stages;
import parley.knowledge.retrieval.FitData.Article;
import parley.knowledge.retrieval.FitData.Asked;

/** Asks each question of an index of its article, by the retriever that production uses. */
final class FitExamples {

  private static final int PASSAGES = 8;

  private final StoredEmbeddingModel embeddings;

  FitExamples(StoredEmbeddingModel embeddings) {
    this.embeddings = embeddings;
  }

  /**
   * A question asked.
   *
   * @param contexts the sentences found
   * @param matched their features
   * @param gold for each whether it is right
   */
  record Example(
      Article article,
      Asked asked,
      List<SentenceContext> contexts,
      SentenceMatcher.Matched matched,
      List<Boolean> gold) {}

  List<Example> of(List<Article> articles, Path folder) throws IOException {
    List<Example> examples = new ArrayList<>();
    for (Article article : articles) {
      Path data = folder.resolve(Integer.toHexString(article.paragraphs().hashCode()));
      Files.createDirectories(data);
      try (LucenePassageIndex index = LucenePassageIndex.open(data, embeddings.modelName())) {
        new IndexUpdater(index, embeddings).update(List.of(article.file()), (done, total) -> {});
        article.questions().forEach(asked -> examples.add(ask(article, asked, index)));
      }
    }
    return examples;
  }

  private Example ask(Article article, Asked asked, PassageIndex index) {
    List<SentenceContext> contexts = new ArrayList<>();
    List<Boolean> gold = new ArrayList<>();
    for (FoundPassage found :
        new PassageRetriever(index, embeddings, Stages.UNOBSERVED).find(asked.text(), PASSAGES)) {
      for (Sentence sentence : Sentences.of(found.passage().text())) {
        contexts.add(context(found, sentence));
        gold.add(isRight(article, asked, found, sentence));
      }
    }
    SentenceMatcher.Matched matched =
        new SentenceMatcher(embeddings, index).match(contexts, asked.text());
    return new Example(article, asked, contexts, matched, gold);
  }

  private static boolean isRight(
      Article article, Asked asked, FoundPassage found, Sentence sentence) {
    int number = found.passage().paragraph() - 1;
    int offset = article.paragraphs().get(number).indexOf(found.passage().text());
    return asked.right().stream()
        .filter(place -> place.paragraph() == number)
        .anyMatch(
            place ->
                place.start() < offset + sentence.end() && place.end() > offset + sentence.start());
  }

  private static SentenceContext context(FoundPassage found, Sentence sentence) {
    return new SentenceContext(
        sentence.text(),
        found.passage().source().title(),
        found.passage().section(),
        found.passage().text(),
        found.similarity());
  }

  /** All words' vectors of these articles, averaged. */
  List<Double> centre(List<Article> articles) {
    double[] sum = new double[embeddings.dimension()];
    long words =
        articles.stream()
            .flatMap(article -> article.paragraphs().stream())
            .flatMap(paragraph -> Sentences.of(paragraph).stream())
            .flatMap(sentence -> embeddings.ofSentence(sentence.text()).stream())
            .peek(
                word -> {
                  for (int i = 0; i < sum.length; i++) {
                    sum[i] += word.vector()[i];
                  }
                })
            .count();
    return Stream.iterate(0, i -> i < sum.length, i -> i + 1)
        .map(i -> Math.round(sum[i] / words * 1e6) / 1e6)
        .toList();
  }
}
