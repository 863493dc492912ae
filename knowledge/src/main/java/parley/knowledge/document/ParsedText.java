package parley.knowledge.document;

import java.util.List;
import java.util.Map;

/**
 * What a format makes of a file.
 *
 * @param metadata what the file says of itself, by the names of front matter: {@code title}, {@code
 *     publisher}, {@code date}, {@code url}, {@code language}
 * @param blocks in reading order
 */
record ParsedText(Map<String, String> metadata, List<Block> blocks) {

  ParsedText {
    metadata = Map.copyOf(metadata);
    blocks = List.copyOf(blocks);
  }
}
