package parley.knowledge.index;

import dev.langchain4j.data.embedding.Embedding;
import java.util.List;
import parley.knowledge.Passage;
import parley.knowledge.SourceDocument;

/** One change of an index. */
public sealed interface IndexChange {

  /** The document's id. */
  String id();

  /**
   * Adds a document, or replaces the one of the same id.
   *
   * @param document the document
   * @param fingerprint changes when the document does
   * @param passages its passages
   * @param file id of the file that it was read from
   */
  record Put(
      SourceDocument document, String fingerprint, List<EmbeddedPassage> passages, String file)
      implements IndexChange {

    public Put {
      passages = List.copyOf(passages);
    }

    /** A document that has a file for itself. */
    public Put(SourceDocument document, String fingerprint, List<EmbeddedPassage> passages) {
      this(document, fingerprint, passages, document.source().id());
    }

    @Override
    public String id() {
      return document.source().id();
    }
  }

  /** Takes a document out. */
  record Remove(String id) implements IndexChange {}

  /**
   * A passage as the index keeps it.
   *
   * @param passage the passage
   * @param content what is searched: its text with what a reader sees around it
   * @param vector the embedding of that content, of length 1
   */
  record EmbeddedPassage(Passage passage, String content, Embedding vector) {}
}
