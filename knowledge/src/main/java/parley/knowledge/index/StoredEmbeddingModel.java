package parley.knowledge.index;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An embedding model that computes no embedding of a document's text twice: it keeps them in a
 * folder, keyed by the text's hash and the model's name, as it does what else it is told to keep. A
 * string is embedded as a question, a segment as a text to be found. Thread-safe if the model is.
 */
public final class StoredEmbeddingModel implements EmbeddingModel, WordEncoder, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(StoredEmbeddingModel.class);

  private static final int RECENT_QUESTIONS = 1000;

  /** About 15 KB each. */
  private static final int RECENT_SENTENCES = 2000;

  private final EmbeddedModel embedded;
  private final TextStore store;
  private final KeptReadings readings;
  private final RecentlyUsed<String, Embedding> questions = new RecentlyUsed<>(RECENT_QUESTIONS);
  private final RecentlyUsed<String, List<WordVector>> sentences =
      new RecentlyUsed<>(RECENT_SENTENCES);

  /**
   * Opens the folder, which is made if it does not exist.
   *
   * @throws IndexException if the folder cannot be used
   */
  public StoredEmbeddingModel(EmbeddedModel embedded, Path folder) {
    this.embedded = embedded;
    this.store = TextStore.open(folder);
    this.readings = new KeptReadings(embedded, store);
  }

  @Override
  public Response<Embedding> embed(String question) {
    return Response.from(
        questions.get(
            question,
            text -> {
              TextSegment prefixed = TextSegment.from(embedded.queryPrefix() + text);
              Embedding embedding = embedded.model().embedAll(List.of(prefixed)).content().get(0);
              embedding.normalize();
              return embedding;
            }));
  }

  @Override
  public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
    Map<String, TextSegment> byKey = new LinkedHashMap<>();
    List<String> keys = segments.stream().map(segment -> key(segment.text())).toList();
    for (int i = 0; i < keys.size(); i++) {
      byKey.put(keys.get(i), segments.get(i));
    }
    Map<String, float[]> vectors = new HashMap<>();
    store.get(byKey.keySet()).forEach((key, bytes) -> vectors.put(key, floats(bytes)));
    byKey.keySet().removeAll(vectors.keySet());
    vectors.putAll(compute(byKey));
    return Response.from(keys.stream().map(key -> new Embedding(vectors.get(key))).toList());
  }

  private Map<String, float[]> compute(Map<String, TextSegment> missing) {
    if (missing.isEmpty()) {
      return Map.of();
    }
    List<String> keys = List.copyOf(missing.keySet());
    List<TextSegment> prefixed =
        missing.values().stream()
            .map(segment -> TextSegment.from(embedded.passagePrefix() + segment.text()))
            .toList();
    List<Embedding> embeddings = embedded.model().embedAll(prefixed).content();
    Map<String, float[]> computed = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      Embedding embedding = embeddings.get(i);
      embedding.normalize();
      computed.put(keys.get(i), embedding.vector());
    }
    Map<String, byte[]> kept = new HashMap<>();
    computed.forEach((key, vector) -> kept.put(key, bytes(vector)));
    store.put(kept);
    return computed;
  }

  private static byte[] bytes(float[] vector) {
    ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
    bytes.asFloatBuffer().put(vector);
    return bytes.array();
  }

  private static float[] floats(byte[] bytes) {
    float[] vector = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(vector);
    return vector;
  }

  @Override
  public List<WordVector> ofQuestion(String question) {
    return embedded.words().of(embedded.queryPrefix(), question);
  }

  @Override
  public boolean isCommon(String word) {
    return embedded.words().isCommon(word);
  }

  @Override
  public List<WordVector> ofSentence(String sentence) {
    return sentences.get(sentence, readings::words);
  }

  @Override
  public void keepSentence(String sentence) {
    readings.keepWords(sentence);
  }

  @Override
  public byte[] read(String passage, Reading reading) {
    return readings.of(passage, reading);
  }

  @Override
  public void keep(String passage, Reading reading) {
    readings.keep(passage, reading);
  }

  @Override
  public List<TokenVector> questionTokens(String question) {
    return embedded.tokens().of(EmbeddedModel.E5_QUESTION, question);
  }

  @Override
  public List<TokenVector> passageTokens(String passage) {
    return readings.tokens(passage);
  }

  /** Writes what was computed since the last time to the disk. */
  public void save() {
    store.save();
  }

  /** Begins to tell what is used of what is kept. */
  public void beginUse() {
    store.beginUse();
  }

  /** Uses the embeddings of texts to be found, if they are kept. */
  public void use(List<TextSegment> segments) {
    store.get(segments.stream().map(segment -> key(segment.text())).toList());
  }

  /**
   * Drops what was not used since then.
   *
   * @throws IndexException if the disk fails
   */
  public void dropUnused() {
    store.dropUnused();
  }

  @Override
  public int dimension() {
    return embedded.model().dimension();
  }

  @Override
  public String modelName() {
    return embedded.name();
  }

  private String key(String text) {
    return TextStore.key(embedded.name() + "\n" + text);
  }

  @Override
  public void close() {
    try {
      store.save();
    } catch (IndexException e) {
      log.debug("what was computed last is computed again", e);
    }
    store.close();
  }
}
