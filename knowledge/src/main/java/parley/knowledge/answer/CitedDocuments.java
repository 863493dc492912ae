package parley.knowledge.answer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import parley.knowledge.SourceDocument;

/** The documents that one answer cites, each read once. For one thread. */
final class CitedDocuments {

  private final Function<String, Optional<SourceDocument>> reader;
  private final Map<String, Optional<SourceDocument>> read = new HashMap<>();

  /**
   * @param reader reads a document by its id
   */
  CitedDocuments(Function<String, Optional<SourceDocument>> reader) {
    this.reader = reader;
  }

  Optional<SourceDocument> get(String id) {
    return read.computeIfAbsent(id, reader);
  }
}
