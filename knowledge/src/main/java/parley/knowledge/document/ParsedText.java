package parley.knowledge.document;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a format makes of a document.
 *
 * @param metadata what the file says of it, by the names of front matter: {@code title}, {@code
 *     author}, {@code publisher}, {@code date}, {@code url}, {@code language}, {@code tags}
 * @param blocks in reading order
 * @param key tells it from the other documents of its file; null where it is the only one
 */
record ParsedText(Map<String, String> metadata, List<Block> blocks, @Nullable String key) {

  ParsedText {
    metadata = Map.copyOf(metadata);
    blocks = List.copyOf(blocks);
  }

  /** The only document of its file. */
  ParsedText(Map<String, String> metadata, List<Block> blocks) {
    this(metadata, blocks, null);
  }
}
