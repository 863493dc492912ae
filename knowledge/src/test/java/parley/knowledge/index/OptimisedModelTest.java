package parley.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptimisedModelTest {

  private static final String TEXT = "Two ships sailed for Iceland at dawn.";

  @TempDir private Path folder;

  private Path model;
  private Path tokenizer;

  @BeforeEach
  void unpack() {
    model = UnpackedResource.of("/e5-small-v2-q.onnx", folder.resolve("model"));
    tokenizer = UnpackedResource.of("/e5-small-v2-q-tokenizer.json", folder.resolve("model"));
  }

  @Test
  void givesTheVectorsOfTheModelItself() throws IOException {
    float[] vector = TextEncoder.load(model, tokenizer).embed(TEXT);

    assertThat(optimised().embed(TEXT)).as("made now").containsExactly(vector, within(1e-5f));
    assertThat(kept()).isRegularFile();
    assertThat(optimised().embed(TEXT)).as("kept").containsExactly(vector, within(1e-5f));
  }

  @Test
  void isMadeAnewWhereItIsDamaged() throws IOException {
    optimised();
    Files.writeString(kept(), "half a mod");

    assertThat(optimised().embed(TEXT)).isNotEmpty();
    assertThat(Files.size(kept())).isGreaterThan(1_000_000);
  }

  private TextEncoder optimised() {
    return TextEncoder.loadOptimised(model, tokenizer, folder);
  }

  private Path kept() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".onnx")).findFirst().orElseThrow();
    }
  }
}
