package parley.knowledge.index;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The embedding model in use.
 *
 * @param model the model
 * @param name tells its embeddings from those of another model
 * @param queryPrefix what it was trained to see before a question
 */
public record EmbeddedModel(EmbeddingModel model, String name, String queryPrefix) {

  /** As the model card of BAAI/bge-small-en-v1.5 says. */
  private static final String BGE_QUERY =
      "Represent this sentence for searching relevant passages: ";

  /**
   * Loads a model.
   *
   * @param folder holds {@code model.onnx} and {@code tokenizer.json}; without one, the embedded
   *     bge-small-en-v1.5 (384 dimensions, English)
   * @throws IndexException if the folder lacks a file
   */
  public static EmbeddedModel load(@Nullable Path folder) {
    if (folder == null) {
      return new EmbeddedModel(
          new BgeSmallEnV15QuantizedEmbeddingModel(), "bge-small-en-v1.5-q", BGE_QUERY);
    }
    Path model = folder.resolve("model.onnx");
    Path tokenizer = folder.resolve("tokenizer.json");
    if (!Files.isReadable(model) || !Files.isReadable(tokenizer)) {
      throw new IndexException(
          folder + " is no embedding model: it needs model.onnx and tokenizer.json");
    }
    return new EmbeddedModel(
        new OnnxEmbeddingModel(model, tokenizer, PoolingMode.MEAN), folder.toString(), "");
  }
}
