package parley.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
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
                classPath(),
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

  /** Without what only the tests' cluster brings: JNA, which unpacks itself at home. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(path -> !path.contains("jna"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** A process of its own, since native code is loaded once in each. */
  static final class Embed {

    private Embed() {}

    public static void main(String[] arguments) {
      EmbeddedModel.load(null, Path.of(arguments[0])).model().embed("one text");
    }
  }
}
