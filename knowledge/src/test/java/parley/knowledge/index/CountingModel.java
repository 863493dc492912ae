package parley.knowledge.index;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.e5smallv2q.E5SmallV2QuantizedEmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.ArrayList;
import java.util.List;

/** The real embedding model, which remembers what it was asked to embed, and can break off. */
final class CountingModel implements EmbeddingModel {

  private static final EmbeddingModel MODEL = new E5SmallV2QuantizedEmbeddingModel();

  /** These tests look at no word alone. */
  private static final EmbeddedModel.Words NO_WORDS =
      new EmbeddedModel.Words() {
        @Override
        public List<WordVector> of(String prefix, String text) {
          return List.of();
        }

        @Override
        public boolean isCommon(String word) {
          return true;
        }
      };

  private final List<String> embedded = new ArrayList<>();
  private int left = Integer.MAX_VALUE;

  @Override
  public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
    if (embedded.size() + segments.size() > left) {
      throw new IllegalStateException("the process dies here");
    }
    segments.forEach(segment -> embedded.add(segment.text()));
    return MODEL.embedAll(segments);
  }

  /** This model as one that an index is made with. */
  EmbeddedModel named(String name) {
    return new EmbeddedModel(
        this, NO_WORDS, (prefix, text) -> List.of(), name, "query: ", "passage: ");
  }

  /** The texts embedded since the last call. */
  List<String> takeEmbedded() {
    List<String> taken = List.copyOf(embedded);
    embedded.clear();
    return taken;
  }

  void breakOffAfter(int texts) {
    left = texts;
  }
}
