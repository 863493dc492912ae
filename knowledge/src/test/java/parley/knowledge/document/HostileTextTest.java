package parley.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A",
        "A ",
        "Aa ",
        "A.",
        "AA, ",
        "PARIS ",
        "Mr. ",
        "of the ",
        "A of ",
        "1. ",
        "- ",
        "' ",
        "\"",
        "(",
        "/ AP ",
        "Photo: ",
        "we use ",
        "cookie ",
        "U.S.",
        "’s A",
        "Jan. ",
        "a, b and "
      })
  void readsALongTextOfOnePieceInTime(String piece) {
    String line = piece.repeat(20_000 / piece.length());
    String text = "Start of it.\n" + line + "\n" + line + ".\nEnd of it.";

    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          assertThat(Read.file("a.txt", text).paragraphs()).isNotEmpty();
          assertThat(Names.in(line)).isNotNull();
        });
  }
}
