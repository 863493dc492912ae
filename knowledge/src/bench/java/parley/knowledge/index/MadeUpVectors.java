package parley.knowledge.index;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import parley.knowledge.document.Sentences;

/**
 * Vectors for texts whose embedding would take too long: that of the text's first sentence, with
 * noise, so that they lie as near to each other, and as near to questions, as real ones.
 */
public final class MadeUpVectors {

  /** A vector and its sentence's then have a cosine of about 0.93. */
  private static final double NOISE = 0.02;

  private final Map<String, float[]> bySentence = new HashMap<>();
  private final List<float[]> all = new ArrayList<>();

  /** Embeds the sentences that texts may begin with. */
  public MadeUpVectors(List<String> sentences, StoredEmbeddingModel model) {
    List<TextSegment> segments = sentences.stream().map(TextSegment::from).toList();
    List<Embedding> vectors = model.embedAll(segments).content();
    for (int i = 0; i < sentences.size(); i++) {
      bySentence.put(sentences.get(i), vectors.get(i).vector());
      all.add(vectors.get(i).vector());
    }
  }

  /** The same for the same text. */
  public Embedding of(String text) {
    String first = Sentences.of(text).get(0).text();
    float[] sentence =
        bySentence.getOrDefault(first, all.get(Math.floorMod(first.hashCode(), all.size())));
    Random random = new Random(text.hashCode());
    float[] vector = new float[sentence.length];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (sentence[i] + NOISE * random.nextGaussian());
    }
    Embedding embedding = new Embedding(vector);
    embedding.normalize();
    return embedding;
  }
}
