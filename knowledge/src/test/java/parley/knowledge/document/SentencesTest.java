package parley.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.knowledge.document.Sentences.Sentence;

class SentencesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The talks began on Jan. 6 in Paris.",
        "He met U.S. Secretary of State Marco Rubio.",
        "Mr. Macron and Dr. Merz spoke.",
        "She flew to St. Petersburg with Gen. A. B. Keane.",
        "The budget rose by 3.5 percent to $1.2 billion.",
        "J. R. R. Tolkien wrote it.",
        "Some forces (e.g. Britain's) may go.",
        "It starts at 10 a.m. on Tuesday.",
        "“Will it hold?” he asked.",
        "The plan … is not final.",
        "Yahoo! said so.",
        "It is number No. 5 on the list."
      })
  void oneSentenceStaysWhole(String text) {
    assertThat(texts(text)).containsExactly(text);
  }

  @Test
  void sentencesArePartedWhereTheyEnd() {
    assertThat(texts("They met in Paris. The U.S. sent two envoys. Did Russia come? No!"))
        .containsExactly(
            "They met in Paris.", "The U.S. sent two envoys.", "Did Russia come?", "No!");
  }

  @Test
  void anAcronymEndsASentenceBeforeAWordThatBeginsOne() {
    assertThat(texts("He flew to the U.S. The talks went on."))
        .containsExactly("He flew to the U.S.", "The talks went on.");
  }

  @Test
  void aMonthEndsASentenceUnlessADayFollows() {
    assertThat(texts("It ended in Dec. Troops left."))
        .containsExactly("It ended in Dec.", "Troops left.");
  }

  @Test
  void aClosingQuotationMarkStaysWithItsSentence() {
    assertThat(texts("He called it “a good start.” Others doubted it."))
        .containsExactly("He called it “a good start.”", "Others doubted it.");
    assertThat(texts("\"We are ready.\" \"So are we.\""))
        .containsExactly("\"We are ready.\"", "\"So are we.\"");
  }

  @Test
  void nestedClosingMarksStayTogether() {
    assertThat(texts("She said “it is no ‘coalition of the willing.’” Then she left."))
        .containsExactly("She said “it is no ‘coalition of the willing.’”", "Then she left.");
  }

  @Test
  void eachSentenceOfAQuotationIsOne() {
    assertThat(texts("“We will stay. We will help,” he said."))
        .containsExactly("“We will stay.", "We will help,” he said.");
  }

  @Test
  void itemsOfAListAreSentences() {
    assertThat(texts("The aims:\n- watch the truce\n- train the army\n2. give aid"))
        .containsExactly("The aims:", "- watch the truce", "- train the army", "2. give aid");
  }

  @Test
  void aLineBreakWithinASentenceIsASpaceAndAnEmptyLineEndsIt() {
    assertThat(texts("The leaders\nmet again.\n\nA heading\n\nThey agreed."))
        .containsExactly("The leaders\nmet again.", "A heading", "They agreed.");
  }

  @Test
  void offsetsPointIntoTheText() {
    String text = "  First one.  Second one. ";
    assertThat(Sentences.of(text))
        .containsExactly(new Sentence(2, 12, "First one."), new Sentence(14, 25, "Second one."));
  }

  @Test
  void blankTextHasNone() {
    assertThat(Sentences.of("")).isEmpty();
    assertThat(Sentences.of(" \n\n\t ")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void nothingButWhiteSpaceIsLost(long seed) {
    List<String> pieces =
        List.of(
            "Jan. 5", "U.S.", "Mr. X", ".", "?!", "…", " ", "\n", "\r\n", "\n\n", "- ", "1. ", "“",
            "”", "’", "(", ")", "He", "said", "3.14", "\u00a0", "Ж.", "😀", "e.g.", "\t");
    Random random = new Random(seed);
    for (int run = 0; run < 500; run++) {
      String text =
          IntStream.range(0, random.nextInt(30))
              .mapToObj(i -> pieces.get(random.nextInt(pieces.size())))
              .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
      List<Sentence> sentences = Sentences.of(text);
      assertThat(withoutSpace(sentences.stream().map(Sentence::text).collect(Collectors.joining())))
          .isEqualTo(withoutSpace(text));
      assertThat(sentences)
          .allSatisfy(s -> assertThat(text.substring(s.start(), s.end())).isEqualTo(s.text()));
    }
  }

  private static String withoutSpace(String text) {
    return text.replaceAll("[\\s\\p{Z}]", "");
  }

  private static List<String> texts(String text) {
    return Sentences.of(text).stream().map(Sentence::text).toList();
  }
}
