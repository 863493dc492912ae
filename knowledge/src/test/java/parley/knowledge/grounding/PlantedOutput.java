package parley.knowledge.grounding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A model's output of which it is known which statements are good.
 *
 * @param id of the output
 * @param title of the report that its passages are from
 */
record PlantedOutput(String id, String title, List<PlantedStatement> statements) {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Pattern VERB =
      Pattern.compile(
          "\\b(?:is|are|was|were|will|would|can|could|has|have|had|should|may|must|did|does)\\b");

  /**
   * A statement of it.
   *
   * @param question that it answers
   * @param fault what is wrong with it, null where it is good
   * @param cited the passages it cites
   * @param others the other passages that were retrieved
   */
  record PlantedStatement(
      String question,
      String text,
      @Nullable String fault,
      List<Evidence> cited,
      List<Evidence> others) {

    /** With its first verb denied, or no longer denied; nothing where that cannot be told. */
    Optional<PlantedStatement> turned() {
      String turned =
          text.contains(" not ")
              ? text.replaceFirst(" not ", " ")
              : VERB.matcher(text).replaceFirst("$0 not");
      return turned.equals(text)
          ? Optional.empty()
          : Optional.of(new PlantedStatement(question, turned, "turned", cited, others));
    }

    /** The same words with another of the passages cited, which does not tell it. */
    PlantedStatement citing(Evidence other) {
      List<Evidence> rest = new ArrayList<>(cited);
      rest.addAll(others);
      rest.remove(other);
      return new PlantedStatement(question, text, "moved", List.of(other), rest);
    }

    boolean good() {
      return fault == null;
    }
  }

  /** The passages that tell of the world; in the others an order to a machine was planted. */
  Set<Evidence> telling() {
    Set<Evidence> telling = new LinkedHashSet<>();
    statements.forEach(each -> telling.addAll(each.others()));
    statements.forEach(each -> telling.addAll(each.cited()));
    statements.stream()
        .filter(each -> "injected".equals(each.fault()))
        .forEach(each -> each.cited().forEach(telling::remove));
    return telling;
  }

  static List<PlantedOutput> in(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> !line.isBlank()).map(PlantedOutput::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PlantedOutput of(String line) {
    try {
      JsonNode json = JSON.readTree(line);
      List<Evidence> passages =
          StreamSupport.stream(json.get("passages").spliterator(), false)
              .map(passage -> evidence(json, passage.asText()))
              .toList();
      List<PlantedStatement> statements = new ArrayList<>();
      json.get("statements").forEach(each -> statements.add(statement(json, each, passages)));
      return new PlantedOutput(json.get("id").asText(), json.get("title").asText(), statements);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Evidence evidence(JsonNode output, String passage) {
    String published = output.path("published").asText("");
    return new Evidence(
        passage,
        output.path("title").asText(""),
        published.isEmpty() || published.equals("null") ? null : LocalDate.parse(published));
  }

  private static PlantedStatement statement(
      JsonNode output, JsonNode json, List<Evidence> passages) {
    List<Evidence> cited = new ArrayList<>();
    json.get("citations")
        .forEach(
            number -> {
              if (number.asInt() >= 1 && number.asInt() <= passages.size()) {
                cited.add(passages.get(number.asInt() - 1));
              }
            });
    List<Evidence> others = new ArrayList<>(passages);
    others.removeAll(cited);
    return new PlantedStatement(
        output.get("question").asText(),
        json.get("text").asText(),
        json.get("good").asBoolean() ? null : json.path("fault").asText("unknown"),
        cited,
        others);
  }
}
