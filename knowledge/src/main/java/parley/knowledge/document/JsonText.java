package parley.knowledge.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A value of JSON or YAML as one line of metadata. */
final class JsonText {

  private JsonText() {}

  /** A list's values with commas between; empty of anything that is no value and no list. */
  static String of(JsonNode value) {
    return value.isArray()
        ? StreamSupport.stream(value.spliterator(), false)
            .map(each -> each.asText(""))
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining(", "))
        : value.asText("");
  }
}
