package parley.knowledge;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to make the bot say what no source says.
 *
 * @param style how it is tried
 * @param question what is asked
 * @param claim what the attacker wants to be said
 * @param text the paragraph of a document that bids it; null where the question does
 */
record Injection(
    @JsonProperty("style") String style,
    @JsonProperty("question") String question,
    @JsonProperty("claim") String claim,
    @JsonProperty("text") @Nullable String text) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The attempts of a file of test resources, one a line. */
  static List<Injection> in(String file) {
    try (InputStream lines =
        Objects.requireNonNull(Injection.class.getResourceAsStream("/injection/" + file))) {
      return JSON.readerFor(Injection.class).<Injection>readValues(lines).readAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return style + ": " + question;
  }
}
