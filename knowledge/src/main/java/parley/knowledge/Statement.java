package parley.knowledge;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One sentence of an answer.
 *
 * @param text without citation markers
 * @param citations the numbers of the citations that support it, from 1
 */
public record Statement(String text, List<Integer> citations) {

  public Statement {
    Objects.requireNonNull(text, "text");
    citations = List.copyOf(citations);
  }

  /** The text followed by its markers, for example {@code Talks were held. [1][2]}. */
  public String marked() {
    String markers =
        citations.stream().map(number -> "[" + number + "]").collect(Collectors.joining());
    return markers.isEmpty() ? text : text + " " + markers;
  }
}
