package parley.knowledge.index;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.knowledge.document.DocumentFile;

/**
 * An embedding model that computes no embedding of a document's text twice: it keeps them in a
 * folder, keyed by the text's hash and the model's name. Questions are embedded by {@link #embed}
 * of a string and are not kept. Thread-safe if the model is.
 */
public final class StoredEmbeddingModel implements EmbeddingModel, AutoCloseable {

  private final EmbeddingModel model;
  private final String name;
  private final EmbeddingStore store;

  /**
   * Opens the folder, which is made if it does not exist.
   *
   * @param name tells this model's embeddings from those of others
   * @throws IndexException if the folder cannot be used
   */
  public StoredEmbeddingModel(EmbeddingModel model, String name, Path folder) {
    this.model = model;
    this.name = name;
    this.store = EmbeddingStore.open(folder);
  }

  @Override
  public Response<Embedding> embed(String text) {
    return model.embed(text);
  }

  @Override
  public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
    Map<String, TextSegment> byKey = new LinkedHashMap<>();
    List<String> keys = segments.stream().map(segment -> key(segment.text())).toList();
    for (int i = 0; i < keys.size(); i++) {
      byKey.put(keys.get(i), segments.get(i));
    }
    Map<String, float[]> vectors = new HashMap<>(store.get(byKey.keySet()));
    byKey.keySet().removeAll(vectors.keySet());
    vectors.putAll(compute(byKey));
    return Response.from(keys.stream().map(key -> new Embedding(vectors.get(key))).toList());
  }

  private Map<String, float[]> compute(Map<String, TextSegment> missing) {
    if (missing.isEmpty()) {
      return Map.of();
    }
    List<String> keys = List.copyOf(missing.keySet());
    List<Embedding> embeddings = model.embedAll(List.copyOf(missing.values())).content();
    Map<String, float[]> computed = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      Embedding embedding = embeddings.get(i);
      embedding.normalize();
      computed.put(keys.get(i), embedding.vector());
    }
    store.put(computed);
    return computed;
  }

  /** Writes what was computed since the last time to the disk. */
  public void save() {
    store.save();
  }

  @Override
  public int dimension() {
    return model.dimension();
  }

  @Override
  public String modelName() {
    return name;
  }

  private String key(String text) {
    return DocumentFile.fingerprint((name + "\n" + text).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    store.close();
  }
}
