package parley.bot.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which questions a run answered rightly, to compare a later one with.
 *
 * @param right by the question's id
 */
record SavedRun(Map<String, Boolean> right) {

  private static final ObjectMapper JSON = new ObjectMapper();

  SavedRun {
    right = Map.copyOf(right);
  }

  /**
   * Saves a run as JSON lines: a question's id, whether it was answered rightly, and the answer.
   *
   * @throws IllegalArgumentException if the file cannot be written
   */
  static void write(Evaluation evaluation, Path file) {
    List<String> lines = evaluation.verdicts().stream().map(SavedRun::line).toList();
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          file + " cannot be written: name a file in a folder that you may write to", e);
    }
  }

  private static String line(Verdict verdict) {
    return JSON.createObjectNode()
        .put("id", verdict.expected().id())
        .put("right", verdict.isRight())
        .put("answer", verdict.answer().text())
        .toString();
  }

  /**
   * Reads a run that was saved.
   *
   * @throws IllegalArgumentException if the file cannot be read or is none
   */
  static SavedRun read(Path file) {
    Map<String, Boolean> right = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(file)) {
        JsonNode json = JSON.readTree(line);
        if (!json.path("right").isBoolean()) {
          throw new IllegalArgumentException(
              file + " is no saved run: make one with --save " + file);
        }
        right.put(json.path("id").asText(), json.path("right").booleanValue());
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          file + " is no saved run: make one with --save " + file, e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          file + " cannot be read: make a run to compare with by --save " + file, e);
    }
    return new SavedRun(right);
  }
}
