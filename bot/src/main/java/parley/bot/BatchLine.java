package parley.bot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.bot.chat.Json;
import parley.knowledge.Question;
import parley.knowledge.Turn;

/**
 * A line of a batch: {@code {"id":"q1","question":"…","history":[{"question":"…","answer":"…"}]}}.
 *
 * @param id given back with the answer, where there is one
 * @param question with the turns before it
 */
record BatchLine(@Nullable String id, Question question) {

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if it is no such line; says what is wrong with it
   */
  static BatchLine of(String line) {
    JsonNode json = json(line);
    String id = json.hasNonNull("id") ? json.get("id").asText() : null;
    if (!json.path("question").isTextual()) {
      throw new IllegalArgumentException(
          "line " + (id == null ? "" : "with id " + id + " ") + "lacks a question: give it one");
    }
    return new BatchLine(id, new Question(json.get("question").asText(), turns(json)));
  }

  static List<Turn> turns(JsonNode json) {
    List<Turn> turns = new ArrayList<>();
    for (JsonNode turn : json.path("history")) {
      turns.add(
          turn.isTextual()
              ? new Turn(turn.asText(), "")
              : new Turn(turn.path("question").asText(), turn.path("answer").asText()));
    }
    return turns;
  }

  private static JsonNode json(String line) {
    try {
      JsonNode json = Json.MAPPER.readTree(line);
      if (json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("line is not valid JSON: " + e.getOriginalMessage(), e);
    }
    throw new IllegalArgumentException("line is no JSON object: write {\"question\": \"…\"}");
  }
}
