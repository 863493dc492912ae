package parley.knowledge.answer;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.scoring.ScoringModel;
import dev.langchain4j.store.embedding.CosineSimilarity;
import java.util.List;

/** By meaning alone; to be replaced by the fitted model. */
final class InterimScoring implements ScoringModel {
  private final EmbeddingModel embeddings;

  InterimScoring(EmbeddingModel embeddings) {
    this.embeddings = embeddings;
  }

  @Override
  public Response<List<Double>> scoreAll(List<TextSegment> segments, String query) {
    Embedding question = embeddings.embed(query).content();
    List<Embedding> sentences = embeddings.embedAll(segments).content();
    return Response.from(
        sentences.stream().map(s -> CosineSimilarity.between(question, s)).toList());
  }
}
