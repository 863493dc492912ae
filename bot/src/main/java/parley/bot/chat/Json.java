package parley.bot.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.knowledge.Answer;
import parley.knowledge.Citation;
import parley.knowledge.FoundPassage;
import parley.knowledge.Source;
import parley.knowledge.Statement;

/** Answers and passages as JSON, each on one line; scripts rely on its names. Thread-safe. */
public final class Json {

  /** Reads and writes plain JSON. */
  public static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /**
   * An answer.
   *
   * @param id put before the rest, where there is one
   */
  public static String answer(@Nullable String id, Answer answer) {
    return line(answerTree(id, answer));
  }

  /** An answer to which more can be added. */
  public static ObjectNode answerTree(@Nullable String id, Answer answer) {
    ObjectNode json = withId(id);
    json.put("question", answer.question());
    json.put("outcome", answer.outcome().code());
    json.put("answered", !answer.citations().isEmpty());
    json.put("answer", answer.text());
    answer.statements().forEach(statement -> add(json.withArray("statements"), statement));
    answer.citations().forEach(citation -> add(json.withArray("citations"), citation));
    json.withArray("statements");
    json.withArray("citations");
    json.put("language", answer.language());
    json.put("ms", milliseconds(answer.time()));
    if (answer.tokens().sum() > 0) {
      json.putObject("tokens").put("in", answer.tokens().in()).put("out", answer.tokens().out());
    }
    return json;
  }

  /**
   * Passages found, best first.
   *
   * @param id put before the rest, where there is one
   * @param time how long it took
   */
  public static String passages(@Nullable String id, List<FoundPassage> found, Duration time) {
    ObjectNode json = withId(id);
    ArrayNode passages = json.putArray("passages");
    for (FoundPassage each : found) {
      passages
          .addObject()
          .put("document", each.passage().source().id())
          .put("paragraph", each.passage().paragraph())
          .put("text", each.passage().text())
          .put("score", Math.round(each.score() * 10_000) / 10_000.0);
    }
    json.put("ms", milliseconds(time));
    return line(json);
  }

  /** Why there is no answer. */
  public static String failure(@Nullable String id, String why) {
    return line(withId(id).put("outcome", "failed").put("answered", false).put("answer", why));
  }

  private static ObjectNode withId(@Nullable String id) {
    ObjectNode json = MAPPER.createObjectNode();
    return id == null ? json : json.put("id", id);
  }

  /** A statement with the numbers of its citations. */
  public static ObjectNode statement(Statement statement) {
    ArrayNode one = MAPPER.createArrayNode();
    add(one, statement);
    return (ObjectNode) one.get(0);
  }

  private static void add(ArrayNode statements, Statement statement) {
    ArrayNode numbers = statements.addObject().put("text", statement.text()).putArray("citations");
    statement.citations().forEach(numbers::add);
  }

  private static void add(ArrayNode citations, Citation citation) {
    Source source = citation.source();
    LocalDate date = source.date();
    ObjectNode json = citations.addObject();
    json.put("number", citation.number())
        .put("document", source.id())
        .put("title", source.title())
        .put("publisher", source.publisher())
        .put("date", date == null ? null : date.toString())
        .put("url", source.url())
        .put("paragraph", citation.paragraph())
        .put("quote", citation.quote());
    for (Source copy : citation.copies()) {
      json.withArray("also_in").add(copy.id());
      json.withArray("also_in_publications").add(copy.publication());
    }
    if (citation.page() != null) {
      json.put("page", citation.page());
    }
  }

  private static double milliseconds(Duration time) {
    return Math.round(time.toNanos() / 100_000.0) / 10.0;
  }

  private static String line(ObjectNode json) {
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of strings and numbers is always JSON", e);
    }
  }
}
