package parley.knowledge.retrieval;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.scoring.ScoringModel;
import dev.langchain4j.rag.content.Content;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import parley.knowledge.FoundPassage;
import parley.knowledge.document.Sentences;
import parley.knowledge.document.Sentences.Sentence;

/**
 * Scores passages by the sentence of each that a model of sentences finds best. Thread-safe if the
 * model is.
 */
public final class PassageScoring implements ScoringModel {

  private final ScoringModel sentences;

  /** Scores by a model of sentences, such as {@link SentenceScoringModel}. */
  public PassageScoring(ScoringModel sentences) {
    this.sentences = sentences;
  }

  @Override
  public Response<List<Double>> scoreAll(List<TextSegment> passages, String question) {
    List<TextSegment> contexts = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      List<TextSegment> own = contexts(passages.get(i));
      contexts.addAll(own);
      owners.addAll(Collections.nCopies(own.size(), i));
    }
    Double[] best = new Double[passages.size()];
    Arrays.fill(best, 0.0);
    if (!contexts.isEmpty()) {
      List<Double> scores = sentences.scoreAll(contexts, question).content();
      for (int k = 0; k < scores.size(); k++) {
        best[owners.get(k)] = Math.max(best[owners.get(k)], scores.get(k));
      }
    }
    return Response.from(List.of(best));
  }

  private static List<TextSegment> contexts(TextSegment segment) {
    FoundPassage found = PassageContent.passage(Content.from(segment));
    return Sentences.of(segment.text()).stream()
        .map(Sentence::text)
        .map(
            sentence ->
                new SentenceContext(
                    sentence,
                    found.passage().source().title(),
                    found.passage().section(),
                    segment.text(),
                    found.similarity()))
        .map(SentenceContext::toSegment)
        .toList();
  }
}
