package parley.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibrariesTest {

  @TempDir private Path folder;

  @Test
  void areUnpackedBesideTheModelAndNowhereElse() throws IOException, InterruptedException {
    Path home = Files.createDirectory(folder.resolve("home"));
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    Path model = folder.resolve("model");

    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                "-Duser.home=" + home,
                "-Djava.io.tmpdir=" + temporary,
                Embed.class.getName(),
                model.toString())
            .inheritIO()
            .start();

    assertThat(process.waitFor()).isZero();
    assertThat(home).isEmptyDirectory();
    assertThat(temporary).isEmptyDirectory();
    assertThat(model)
        .isDirectoryContaining(file -> file.endsWith(System.mapLibraryName("onnxruntime")))
        .isDirectoryRecursivelyContaining(
            file -> file.endsWith(System.mapLibraryName("tokenizers")));
  }

  /** A process of its own, since native code is loaded once in each. */
  static final class Embed {

    private Embed() {}

    public static void main(String[] arguments) {
      EmbeddedModel.load(null, Path.of(arguments[0])).model().embed("one text");
    }
  }
}
