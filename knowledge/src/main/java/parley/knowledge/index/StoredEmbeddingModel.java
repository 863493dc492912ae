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
 * folder, keyed by the text's hash and the model's name. A string is embedded as a question, a
 * segment as a text to be found. Thread-safe if the model is.
 */
public final class StoredEmbeddingModel implements EmbeddingModel, WordEncoder, AutoCloseable {

  private static final int RECENT_QUESTIONS = 1000;

  /** About 15 KB each. */
  private static final int RECENT_SENTENCES = 2000;

  private final EmbeddedModel embedded;
  private final EmbeddingStore store;
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
    this.store = EmbeddingStore.open(folder);
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
    store.put(computed);
    return computed;
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
    return sentences.get(sentence, text -> embedded.words().of(embedded.passagePrefix(), text));
  }

  @Override
  public List<TokenVector> questionTokens(String question) {
    return embedded.tokens().of(EmbeddedModel.E5_QUESTION, question);
  }

  @Override
  public List<TokenVector> passageTokens(String passage) {
    return embedded.tokens().of(EmbeddedModel.E5_TEXT, passage);
  }

  /** Writes what was computed since the last time to the disk. */
  public void save() {
    store.save();
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
    return DocumentFile.fingerprint(
        (embedded.name() + "\n" + text).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    store.close();
  }
}
