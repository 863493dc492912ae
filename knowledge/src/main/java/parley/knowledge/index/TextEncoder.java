package parley.knowledge.index;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * A BERT-like encoder in ONNX: gives the vector of a text, which LangChain4j's encoder does too,
 * and those of its words, which that one does not. Thread-safe.
 */
final class TextEncoder {

  /** Longer texts are cut off: the model has no more positions. */
  private static final String MOST_TOKENS = "512";

  /** The model's outputs: the second one, where there is one, is {@link InnerLayer}'s. */
  private static final int LAST = 0;

  private static final int INNER = 1;

  /** A question is asked for its vector, its words and its tokens: the model reads it once. */
  private static final int RECENT_TEXTS = 64;

  /** Of so many tokens a text may be a question; two layers of them are 200 KB. */
  private static final int MOST_TOKENS_OF_A_QUESTION = 64;

  private final RecentlyUsed<String, Layers> recent = new RecentlyUsed<>(RECENT_TEXTS);
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final HuggingFaceTokenizer tokenizer;

  private TextEncoder(Opening opening, Path model, Path tokenizer) {
    try {
      this.session = opening.open(environment);
      this.tokenizer =
          HuggingFaceTokenizer.newInstance(
              tokenizer, Map.of("truncation", "true", "maxLength", MOST_TOKENS));
      run(this.tokenizer.encode("ready"));
    } catch (OrtException | IOException | RuntimeException e) {
      throw new IndexException(
          "the embedding model "
              + model
              + " cannot be used: it must be an ONNX encoder that gives a vector for each token,"
              + " beside its own tokenizer",
          e);
    }
  }

  /** How the model's file is opened. */
  @FunctionalInterface
  private interface Opening {
    OrtSession open(OrtEnvironment environment) throws OrtException, IOException;
  }

  /**
   * Loads a model.
   *
   * @throws IndexException if its files are not an encoder's
   */
  static TextEncoder load(Path model, Path tokenizer) {
    return new TextEncoder(
        environment -> environment.createSession(model.toString()), model, tokenizer);
  }

  /**
   * Loads a model faster from the second time on, since it is kept in the folder as it is after
   * ONNX Runtime's optimisations.
   *
   * @throws IndexException if its files are not an encoder's, or the folder cannot be written
   */
  static TextEncoder loadOptimised(Path model, Path tokenizer, Path folder) {
    return new TextEncoder(
        environment -> OptimisedModel.open(environment, model, folder), model, tokenizer);
  }

  /** The mean of all tokens' vectors, of length 1. */
  float[] embed(String text) {
    float[][] layer = read(text).last();
    float[] sum = new float[layer[0].length];
    for (float[] token : layer) {
      VectorUtil.add(sum, token);
    }
    return VectorUtil.l2normalize(sum);
  }

  /** The content words of a text, read with a prefix before it. */
  List<WordVector> words(String prefix, String text) {
    Layers read = read(prefix + text);
    List<WordVector> words = new ArrayList<>();
    for (Terms.Term term : Terms.of(text)) {
      int start = prefix.length() + term.start();
      float[] sum = read.sum(start, start + term.word().length());
      if (sum != null) {
        words.add(new WordVector(term.stem(), VectorUtil.l2normalize(sum)));
      }
    }
    return words;
  }

  /** The tokens of a text, read with a prefix before it, as an inner layer sees them. */
  List<TokenVector> tokens(String prefix, String text) {
    Layers read = read(prefix + text);
    CharSpan[] spans = read.spans();
    List<TokenVector> tokens = new ArrayList<>();
    for (int i = 0; i < spans.length; i++) {
      if (spans[i] != null && spans[i].getStart() >= prefix.length()) {
        tokens.add(new TokenVector(spans[i].getStart() - prefix.length(), read.inner()[i]));
      }
    }
    return tokens;
  }

  /** Whether the word is one token, and not spelt out of pieces. */
  boolean isCommon(String word) {
    return tokenizer.encode(word, false, false).getTokens().length == 1;
  }

  /**
   * A text as the model sees it.
   *
   * @param spans of each token, null for those that mark where a text begins and ends
   * @param last the vectors of its last layer
   * @param inner those of {@link InnerLayer}; the last layer's again if the model gives no other
   */
  private record Layers(@Nullable CharSpan[] spans, float[][] last, float[][] inner) {

    /** The sum of the tokens between two offsets, null if there is none. */
    float @Nullable [] sum(int start, int end) {
      float[] sum = new float[last[0].length];
      boolean found = false;
      for (int i = 0; i < spans.length; i++) {
        CharSpan span = spans[i];
        if (span != null && span.getStart() < end && span.getEnd() > start) {
          VectorUtil.add(sum, last[i]);
          found = true;
        }
      }
      return found ? sum : null;
    }
  }

  private Layers read(String text) {
    Layers known = recent.find(text);
    if (known != null) {
      return known;
    }
    Layers layers = run(tokenizer.encode(text));
    if (layers.last().length <= MOST_TOKENS_OF_A_QUESTION) {
      recent.keep(text, layers);
    }
    return layers;
  }

  private Layers run(Encoding encoding) {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      for (String input : session.getInputNames()) {
        inputs.put(input, tensor(input, encoding));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        float[][] last = ((float[][][]) result.get(LAST).getValue())[0];
        Object more = result.size() > INNER ? result.get(INNER).getValue() : last;
        float[][] inner = more instanceof float[][][] layers ? layers[0] : last;
        return new Layers(encoding.getCharTokenSpans(), last, inner);
      }
    } catch (OrtException e) {
      throw new IllegalStateException("the embedding model failed on a text", e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private OnnxTensor tensor(String input, Encoding encoding) throws OrtException {
    long[] values =
        switch (input) {
          case "attention_mask" -> encoding.getAttentionMask();
          case "token_type_ids" -> encoding.getTypeIds();
          default -> encoding.getIds();
        };
    return OnnxTensor.createTensor(
        environment, LongBuffer.wrap(values), new long[] {1, values.length});
  }
}
