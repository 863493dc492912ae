package parley.knowledge.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CitationParserTest {

  private static final int PASSAGES = 5;

  /** What a model writes, and the statements in it, one a line. */
  static Stream<Arguments> fixtures() {
    return Stream.of(
        Arguments.of("Talks were held. [1]", "Talks were held. 1"),
        Arguments.of("Talks were held [1].", "Talks were held. 1"),
        Arguments.of("Talks were held[1].", "Talks were held. 1"),
        Arguments.of("Talks were held.[1] They go on.[2]", "Talks were held. 1|They go on. 2"),
        Arguments.of("Talks were held. [1]They go on.", "Talks were held. 1|They go on."),
        Arguments.of(
            "Talks were held. [1][2] They go on. [3]", "Talks were held. 1,2|They go on. 3"),
        Arguments.of("Talks were held. [1] [2]", "Talks were held. 1,2"),
        Arguments.of("Talks were held. [1, 2]", "Talks were held. 1,2"),
        Arguments.of("Talks were held. [1,2; 4]", "Talks were held. 1,2,4"),
        Arguments.of("Talks were held. [1-3]", "Talks were held. 1,2,3"),
        Arguments.of("Talks were held. [1–3, 5]", "Talks were held. 1,2,3,5"),
        Arguments.of("Talks were held. 【1】", "Talks were held. 1"),
        Arguments.of("Talks were held. 【2†source】", "Talks were held. 2"),
        Arguments.of("Talks were held. [^1]", "Talks were held. 1"),
        Arguments.of("Talks were held. [9]", "Talks were held."),
        Arguments.of("Talks were held. [0][1][17]", "Talks were held. 1"),
        Arguments.of("Talks were held. [1-400]", "Talks were held."),
        Arguments.of(
            "Paris [1] and London [2] lead the force.", "Paris and London lead the force. 1,2"),
        Arguments.of("[1] Talks were held. They go on.", "Talks were held. 1|They go on."),
        Arguments.of("Talks were held.\n[2] They go on.", "Talks were held.|They go on. 2"),
        Arguments.of("Talks were held.\n[2]\nThey go on.", "Talks were held. 2|They go on."),
        Arguments.of("Talks [sic] were held [1].", "Talks [sic] were held. 1"),
        Arguments.of("Talks were held [1", "Talks were held [1"),
        Arguments.of("Use `talks[1]` and wait. [2]", "Use `talks[1]` and wait. 2"),
        Arguments.of("```\na[1]\n```\nTalks were held. [2]", "``` a[1] ``` Talks were held. 2"),
        Arguments.of(
            "The ally`s talks were held.\nThey go on. [1]",
            "The ally`s talks were held.|They go on. 1"),
        Arguments.of(
            "On Jan. 6 the U.S. envoy spoke. [1] Mr. Witkoff left. [2]",
            "On Jan. 6 the U.S. envoy spoke. 1|Mr. Witkoff left. 2"),
        Arguments.of(
            "He said “Not everyone is ready.” [1] He left. [2]",
            "He said “Not everyone is ready.” 1|He left. 2"),
        Arguments.of(
            "Two goals:\n- a ceasefire [1]\n- a force [2]\n\nTalks go on. [3]",
            "Two goals:/- a ceasefire/- a force 1,2|Talks go on. 3"),
        Arguments.of("Goals are:\n1. peace [1]\n2. trade [2]", "Goals are:/1. peace/2. trade 1,2"),
        Arguments.of(
            "- Peace comes first. [1]\n- Trade comes next. [2]",
            "- Peace comes first. 1|- Trade comes next. 2"),
        Arguments.of("**Talks** were\nheld. [1]", "Talks were held. 1"),
        Arguments.of(
            "Переговори відбулися. [1] Вони тривають. [2]",
            "Переговори відбулися. 1|Вони тривають. 2"),
        Arguments.of("", ""),
        Arguments.of("[1]", ""),
        Arguments.of("\n \n", ""));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void findsStatements(String written, String statements) {
    assertThat(parsed(List.of(written))).isEqualTo(statements);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void findsTheSameInTwoPieces(String written, String statements) {
    for (int cut = 0; cut <= written.length(); cut++) {
      assertThat(parsed(List.of(written.substring(0, cut), written.substring(cut))))
          .as("cut at %d", cut)
          .isEqualTo(statements);
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void findsTheSameInThreePieces(String written, String statements) {
    for (int first = 0; first <= written.length(); first++) {
      for (int second = first; second <= written.length(); second++) {
        assertThat(
                parsed(
                    List.of(
                        written.substring(0, first),
                        written.substring(first, second),
                        written.substring(second))))
            .as("cut at %d and %d", first, second)
            .isEqualTo(statements);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void findsTheSameCharacterByCharacter(String written, String statements) {
    assertThat(parsed(written.chars().mapToObj(Character::toString).toList()))
        .isEqualTo(statements);
  }

  @Test
  void findsTheSameOfRandomTextInRandomPieces() {
    Random random = new Random(7);
    List<String> words =
        List.of(
            "Talks", "held.", "[1]", "[2, 3]", "[", "1]", "\n", "\n\n", "- item", "`", "Jan.", "5",
            "U.S.", "said:", "“No.”", "【4】", "Kyiv", "?", "[1-2].", "1.", "and", "He");
    for (int round = 0; round < 3_000; round++) {
      String text =
          random
              .ints(random.nextInt(1, 18), 0, words.size())
              .mapToObj(words::get)
              .collect(Collectors.joining(random.nextInt(4) == 0 ? "" : " "));
      assertThat(parsed(pieces(text, random))).as(text).isEqualTo(parsed(List.of(text)));
    }
  }

  @Test
  void givesAStatementWhenTheNextHasBegun() {
    CitationParser parser = new CitationParser(1);

    assertThat(parser.accept("Talks were held. [1] They")).isEmpty();
    assertThat(parser.accept(" go on."))
        .containsExactly(new MarkedStatement("Talks were held.", List.of(1)));
    assertThat(parser.end()).containsExactly(new MarkedStatement("They go on.", List.of()));
  }

  private static List<String> pieces(String text, Random random) {
    List<String> pieces = new ArrayList<>();
    for (int at = 0; at < text.length(); ) {
      int end = Math.min(text.length(), at + random.nextInt(1, 6));
      pieces.add(text.substring(at, end));
      at = end;
    }
    return pieces;
  }

  private static String parsed(List<String> pieces) {
    CitationParser parser = new CitationParser(PASSAGES);
    List<MarkedStatement> statements = new ArrayList<>();
    pieces.forEach(piece -> statements.addAll(parser.accept(piece)));
    statements.addAll(parser.end());
    return statements.stream().map(CitationParserTest::shown).collect(Collectors.joining("|"));
  }

  private static String shown(MarkedStatement statement) {
    String numbers =
        statement.numbers().stream().map(String::valueOf).collect(Collectors.joining(","));
    return (statement.text() + " " + numbers).strip().replace('\n', '/');
  }
}
