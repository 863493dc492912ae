package parley.knowledge.index;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What texts are read as, beyond their embeddings: from a store, or else by the model. Thread-safe.
 */
final class KeptReadings {

  /** Of no text; so that no text's embedding has the same key. */
  private static final String MARK = "\0";

  private final EmbeddedModel embedded;
  private final TextStore store;

  KeptReadings(EmbeddedModel embedded, TextStore store) {
    this.embedded = embedded;
    this.store = store;
  }

  List<WordVector> words(String sentence) {
    return unpacked(found(wordsKey(sentence), () -> packed(sentence)));
  }

  void keepWords(String sentence) {
    keep(wordsKey(sentence), () -> packed(sentence));
  }

  byte[] of(String passage, WordEncoder.Reading reading) {
    return found(key(passage, reading), () -> reading.of().apply(tokens(passage)));
  }

  void keep(String passage, WordEncoder.Reading reading) {
    keep(key(passage, reading), () -> reading.of().apply(tokens(passage)));
  }

  List<TokenVector> tokens(String passage) {
    return embedded.tokens().of(EmbeddedModel.E5_TEXT, passage);
  }

  private byte[] packed(String sentence) {
    List<WordVector> words = embedded.words().of(embedded.passagePrefix(), sentence);
    VectorPacker packer = new VectorPacker().add(words.size());
    words.forEach(word -> packer.add(word.stem()).add(word.vector()));
    return packer.bytes();
  }

  private static List<WordVector> unpacked(byte[] words) {
    VectorUnpacker unpacker = new VectorUnpacker(words);
    return Stream.generate(() -> new WordVector(unpacker.text(), unpacker.vector()))
        .limit(unpacker.number())
        .toList();
  }

  private byte[] found(String key, Supplier<byte[]> compute) {
    byte[] known = store.get(Set.of(key)).get(key);
    return known == null ? compute.get() : known;
  }

  private void keep(String key, Supplier<byte[]> compute) {
    if (store.get(Set.of(key)).isEmpty()) {
      store.put(Map.of(key, compute.get()));
    }
  }

  private String wordsKey(String sentence) {
    return TextStore.key(embedded.name() + MARK + "words" + MARK + sentence);
  }

  private String key(String passage, WordEncoder.Reading reading) {
    return TextStore.key(embedded.name() + MARK + reading.name() + MARK + passage);
  }
}
