package parley.knowledge.grounding;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A paragraph of which it is known whom it speaks to.
 *
 * @param machine whether it is a machine that reads it, and no person
 * @param language ISO 639-1 code
 */
record SpokenTo(
    @JsonProperty("machine") boolean machine,
    @JsonProperty("language") String language,
    @JsonProperty("text") String text) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The paragraphs of a file, one a line. */
  static List<SpokenTo> in(Path file) {
    try (var values = JSON.readerFor(SpokenTo.class).<SpokenTo>readValues(file.toFile())) {
      return values.readAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
