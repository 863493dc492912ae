package parley.knowledge.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import parley.knowledge.KnowledgeBase;
import parley.knowledge.KnowledgeBaseBuilder;
import parley.knowledge.document.DocumentReader;
import parley.knowledge.index.EmbeddedModel;
import parley.knowledge.index.LucenePassageIndex;
import parley.knowledge.index.MadeUpIndex;
import parley.knowledge.index.MadeUpVectors;
import parley.knowledge.index.StoredEmbeddingModel;

/**
 * Documents of so many passages in a folder, and their index.
 *
 * @param kept the folder where the corpora are kept, with the model
 * @param squad the SQuAD 2.0 JSON file that the documents are made of
 */
record Corpus(Path kept, Path squad, int passages) {

  /** Beyond these, the vectors of passages are made up: to embed a million takes hours. */
  private static final int MOST_EMBEDDED = 1_000;

  private static final Duration LONGEST_READING = Duration.ofHours(1);

  /** The one that the system properties name. */
  static Corpus of(int passages) {
    return new Corpus(
        Path.of(System.getProperty("kept")), Path.of(System.getProperty("squad")), passages);
  }

  MixedDocuments texts() {
    return MixedDocuments.of(squad);
  }

  EmbeddedModel model() {
    EmbeddedModel model = EmbeddedModel.load(null, kept.resolve("model"));
    model.loadNow();
    return model;
  }

  Path documents() {
    return folder().resolve("documents");
  }

  Path data() {
    return folder().resolve("data");
  }

  private Path folder() {
    return kept.resolve(Integer.toString(passages));
  }

  /** Opens what is kept, or indexes the documents. */
  KnowledgeBase open() {
    return open(data());
  }

  /** The same with another data folder. */
  KnowledgeBase open(Path data) {
    return builder(data).open();
  }

  private KnowledgeBaseBuilder builder(Path data) {
    return KnowledgeBase.builder()
        .documents(List.of(documents()))
        .data(data)
        .unpacked(kept.resolve("model"));
  }

  /** Opens what is kept as a service does, and waits until passages are read ahead. */
  KnowledgeBase openReadAhead() {
    KnowledgeBase knowledge = builder(data()).watch().open();
    await().atMost(LONGEST_READING).until(knowledge::isReadAhead);
    return knowledge;
  }

  /** Writes the documents and their index, unless they are there. */
  void make() {
    Path made = folder().resolve("made");
    if (Files.exists(made)) {
      return;
    }
    try {
      texts().write(documents(), passages);
      if (passages > MOST_EMBEDDED) {
        makeUpIndex();
      }
      open().close();
      Files.createFile(made);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void makeUpIndex() {
    EmbeddedModel model = model();
    try (StoredEmbeddingModel embeddings =
            new StoredEmbeddingModel(model, data().resolve("embeddings"));
        LucenePassageIndex index =
            LucenePassageIndex.open(
                data().resolve("index"), model.name() + " " + DocumentReader.VERSION)) {
      MadeUpVectors vectors = new MadeUpVectors(texts().sentences(), embeddings);
      embeddings.save();
      MadeUpIndex.write(documents(), index, vectors);
    }
  }
}
