package parley.knowledge;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One sentence of an answer.
 *
 * @param text without citation markers
 * @param citations the numbers of the citations that support it, from 1
 */
public record Statement(String text, List<Integer> citations) {

  /** A marker as {@link #marked} writes it; its group is the citation's number. */
  public static final Pattern MARKER = Pattern.compile("\\[(\\d{1,3})\\]");

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

  /** Statements as one text with markers; a list ends its paragraph. */
  public static String joined(List<Statement> statements) {
    StringBuilder text = new StringBuilder();
    boolean list = false;
    for (Statement statement : statements) {
      text.append(text.isEmpty() ? "" : list ? "\n\n" : " ").append(statement.marked());
      list = statement.text().contains("\n");
    }
    return text.toString();
  }
}
