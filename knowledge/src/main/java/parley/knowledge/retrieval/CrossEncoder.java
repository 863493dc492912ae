package parley.knowledge.retrieval;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.scoring.ScoringModel;
import dev.langchain4j.model.scoring.onnx.OnnxScoringModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import parley.knowledge.index.IndexException;

/**
 * A cross-encoder from a folder. It gives a logit for each sentence, which is brought to what
 * {@link SentenceScoringModel} gives: the best sentence's score is its probability, 0 to 1;
 * another's is that probability times how much lower its odds are. A logistic function of each
 * alone would put all sentences on the question's subject near 1. Thread-safe.
 */
public final class CrossEncoder implements ScoringModel {

  private final ScoringModel model;

  private CrossEncoder(ScoringModel model) {
    this.model = model;
  }

  /**
   * Loads a cross-encoder.
   *
   * @param folder holds {@code model.onnx}, which gives one logit for a pair of texts, and {@code
   *     tokenizer.json}
   * @throws IndexException if it lacks one of them, or they do not work
   */
  public static CrossEncoder load(Path folder) {
    Path model = folder.resolve("model.onnx");
    Path tokenizer = folder.resolve("tokenizer.json");
    if (!Files.isReadable(model) || !Files.isReadable(tokenizer)) {
      throw new IndexException(
          folder + " is no reranking model: it needs model.onnx and tokenizer.json");
    }
    return new CrossEncoder(working(model, tokenizer));
  }

  private static ScoringModel working(Path model, Path tokenizer) {
    try {
      ScoringModel loaded = new OnnxScoringModel(model.toString(), tokenizer.toString());
      loaded.score("yes", "Ready?");
      return loaded;
    } catch (RuntimeException e) {
      throw new IndexException(
          "the reranking model "
              + model
              + " cannot be used: it must be an ONNX cross-encoder that gives one logit for a pair"
              + " of texts, beside its own tokenizer",
          e);
    }
  }

  @Override
  public Response<List<Double>> scoreAll(List<TextSegment> sentences, String question) {
    if (sentences.isEmpty()) {
      return Response.from(List.of());
    }
    List<Double> logits = model.scoreAll(sentences, question).content();
    double best = logits.stream().mapToDouble(logit -> logit).max().orElseThrow();
    double answered = LinearModel.probability(best);
    return Response.from(logits.stream().map(logit -> answered * Math.exp(logit - best)).toList());
  }
}
