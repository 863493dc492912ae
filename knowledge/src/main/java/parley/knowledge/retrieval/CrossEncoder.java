package parley.knowledge.retrieval;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.scoring.ScoringModel;
import dev.langchain4j.model.scoring.onnx.OnnxScoringModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import parley.knowledge.index.IndexException;

/** A cross-encoder from a folder; its raw scores are brought to 0 to 1. Thread-safe. */
public final class CrossEncoder implements ScoringModel {

  private final ScoringModel model;

  private CrossEncoder(ScoringModel model) {
    this.model = model;
  }

  /**
   * Loads a cross-encoder.
   *
   * @param folder holds {@code model.onnx} and {@code tokenizer.json}
   * @throws IndexException if it lacks one of them
   */
  public static CrossEncoder load(Path folder) {
    Path model = folder.resolve("model.onnx");
    Path tokenizer = folder.resolve("tokenizer.json");
    if (!Files.isReadable(model) || !Files.isReadable(tokenizer)) {
      throw new IndexException(
          folder + " is no reranking model: it needs model.onnx and tokenizer.json");
    }
    return new CrossEncoder(new OnnxScoringModel(model.toString(), tokenizer.toString()));
  }

  @Override
  public Response<List<Double>> scoreAll(List<TextSegment> sentences, String question) {
    List<Double> logits = model.scoreAll(sentences, question).content();
    return Response.from(logits.stream().map(LinearModel::probability).toList());
  }
}
