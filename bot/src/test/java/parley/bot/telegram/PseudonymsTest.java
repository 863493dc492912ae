package parley.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.bot.chat.ConfigurationException;

class PseudonymsTest {

  @TempDir Path data;

  @Test
  void aPersonKeepsTheirNameAcrossRestartsAndOthersHaveAnother() {
    Pseudonyms pseudonyms = Pseudonyms.in(data);
    String name = pseudonyms.of(5_000_001);
    assertThat(name).matches("[A-Za-z0-9_-]{22}").doesNotContain("5000001");
    assertThat(pseudonyms.of(5_000_001)).isEqualTo(name);
    assertThat(pseudonyms.of(5_000_002)).isNotEqualTo(name);
    assertThat(pseudonyms.of(-5_000_001)).isNotEqualTo(name);
    assertThat(Pseudonyms.in(data).of(5_000_001)).isEqualTo(name);
  }

  @Test
  void anotherInstallationHasOtherNames() {
    String here = Pseudonyms.in(data.resolve("here")).of(5_000_001);
    assertThat(Pseudonyms.in(data.resolve("there")).of(5_000_001)).isNotEqualTo(here);
  }

  @Test
  void theKeyIsItsOwnersAlone() throws IOException {
    Pseudonyms unused = Pseudonyms.in(data);
    Path key = data.resolve("people.key");
    assertThat(key).hasSize(32);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
  }

  @Test
  void aFileThatIsNoKeyIsNamed() throws IOException {
    Path key = Files.writeString(data.resolve("people.key"), "short");
    assertThatThrownBy(() -> Pseudonyms.in(data))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(key + " has 5 bytes in place of 32: delete it");
  }

  @Test
  void aFolderThatIsNoneIsNamed() throws IOException {
    Path file = Files.writeString(data.resolve("file"), "");
    assertThatThrownBy(() -> Pseudonyms.in(file))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("cannot keep the key " + file.resolve("people.key"));
  }
}
