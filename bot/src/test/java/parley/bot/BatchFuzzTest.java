package parley.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import parley.bot.chat.Json;

/**
 * Whatever is in the file of {@code ask --batch} or {@code search --batch}: a line out for each.
 */
class BatchFuzzTest {

  @TempDir static Path folder;

  @FuzzTest
  void eachLineIsAnsweredOrSaidToFail(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("questions.jsonl"), bytes);
    StringWriter out = new StringWriter();
    int exit;
    try (PrintWriter printed = new PrintWriter(out)) {
      exit = Batch.run(file, printed, BatchFuzzTest::answer);
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining(file.toString());
      return;
    }
    List<String> answers = out.toString().lines().toList();
    assertThat(answers)
        .hasSize((int) Files.readAllLines(file).stream().filter(line -> !line.isBlank()).count());
    boolean anyFailed = false;
    for (String line : answers) {
      JsonNode answer = Json.MAPPER.readTree(line);
      assertThat(answer.path("id").isValueNode() && !answer.path("id").isTextual()).isFalse();
      anyFailed |= answer.path("outcome").asText().equals("failed");
    }
    assertThat(exit).isEqualTo(anyFailed ? 1 : 0);
  }

  /** Nothing is found. */
  private static String answer(BatchLine line) {
    assertThat(line.question().history()).doesNotContainNull();
    return Json.passages(line.id(), List.of(), Duration.ZERO);
  }
}
