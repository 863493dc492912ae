package parley.knowledge.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whatever stands in a sources.yaml: it is a list, or refused with the file's name. */
class SourceListFuzzTest {

  @FuzzTest
  void isReadOrRefused(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("sources", ".yaml");
    try {
      Files.write(file, bytes);
      assertThat(SourceList.read(file).every()).isPositive();
    } catch (FetchException e) {
      assertThat(e).hasMessageContaining(file.toString());
    } finally {
      Files.delete(file);
    }
  }
}
