package parley.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlSplitterTest {

  @Test
  void leavesAShortTextWhole() {
    assertThat(HtmlSplitter.split("They <b>meet</b> in Paris. [1]", 40))
        .containsExactly("They <b>meet</b> in Paris. [1]");
    assertThat(HtmlSplitter.split(" \n <b> </b>", 40)).isEmpty();
  }

  @Test
  void likesParagraphsBest() {
    assertThat(
            HtmlSplitter.split(
                "They meet in Paris. Today.\n\nFour leaders came. Two left early.", 50))
        .containsExactly("They meet in Paris. Today.", "Four leaders came. Two left early.");
  }

  @Test
  void thenLines() {
    assertThat(
            HtmlSplitter.split("Priorities are these:\n• monitoring;\n• support. Much of it.", 40))
        .containsExactly("Priorities are these:\n• monitoring;", "• support. Much of it.");
  }

  @Test
  void thenSentencesButNotBeforeTheirMarkers() {
    assertThat(
            HtmlSplitter.split(
                "Leaders meet in Paris today. <a href=\"https://a.org\">[1]</a> Macron is host.",
                40))
        .containsExactly(
            "Leaders meet in Paris today. <a href=\"https://a.org\">[1]</a>", "Macron is host.");
    assertThat(HtmlSplitter.split("The leaders of them all meet in Paris. [1] Macron hosts.", 40))
        .containsExactly("The leaders of them all meet in", "Paris. [1] Macron hosts.");
  }

  @Test
  void thenWords() {
    assertThat(HtmlSplitter.split("one two three four five six seven eight nine ten", 40))
        .containsExactly("one two three four five six seven eight", "nine ten");
  }

  @Test
  void closesWhatIsOpenAndOpensItAgain() {
    assertThat(
            HtmlSplitter.split(
                "<blockquote expandable>The first citation, <i>in italics.</i>\n\n"
                    + "<i>The second citation, <b>in bold too.</b></i></blockquote>",
                40))
        .containsExactly(
            "<blockquote expandable>The first citation, <i>in italics.</i></blockquote>",
            "<blockquote expandable><i>The second citation, <b>in bold too.</b></i></blockquote>");
    assertThat(
            HtmlSplitter.split(
                "<a href=\"https://a.org/?b&amp;c\">one two three four five six seven eight nine</a>",
                40))
        .containsExactly(
            "<a href=\"https://a.org/?b&amp;c\">one two three four five six seven eight</a>",
            "<a href=\"https://a.org/?b&amp;c\">nine</a>");
  }

  @Test
  void countsWhatIsSeenAndNotTheMarkup() {
    String escaped = "&amp;".repeat(40);
    assertThat(HtmlSplitter.split("<b><i>" + escaped + "</i></b>", 40))
        .containsExactly("<b><i>" + escaped + "</i></b>");
    assertThat(HtmlSplitter.split(escaped + "&lt;", 40)).containsExactly(escaped, "&lt;");
  }

  @Test
  void takesNoEmojiApart() {
    List<String> parts = HtmlSplitter.split("😀".repeat(4_096));
    assertThat(parts).containsExactly("😀".repeat(2_048), "😀".repeat(2_048));
    assertThat(HtmlSplitter.split("👨‍👩‍👧‍👦".repeat(4), 40))
        .containsExactly("👨‍👩‍👧‍👦".repeat(3), "👨‍👩‍👧‍👦");
    assertThat(HtmlSplitter.split("🇺🇦".repeat(11), 42))
        .containsExactly("🇺🇦".repeat(10), "🇺🇦");
  }

  @Test
  void aLetterWithThousandsOfAccentsIsSplitAllTheSame() {
    List<String> parts = HtmlSplitter.split("a" + "\u0301".repeat(10_000));
    assertThat(parts).hasSize(3);
    assertThat(String.join("", parts)).isEqualTo("a" + "\u0301".repeat(10_000));
  }

  @Test
  void leavesTelegramNoMoreEntitiesThanItReads() {
    String html =
        IntStream.range(0, 200).mapToObj(i -> "<b>b</b> ").collect(Collectors.joining()).strip();
    List<String> parts = HtmlSplitter.split(html);
    assertThat(parts).hasSize(3);
    assertThat(parts).allSatisfy(part -> assertThat(part.split("<b>", -1)).hasSizeLessThan(82));
  }

  @Test
  void leavesTelegramNoMoreMarkupThanItTakes() {
    String link = "<a href=\"https://example.org/" + "a".repeat(900) + "\">[1]</a>";
    List<String> parts = HtmlSplitter.split((link + " ").repeat(20));
    assertThat(parts).hasSize(3);
    assertThat(parts).allSatisfy(part -> assertThat(part.length()).isLessThan(8_200));
  }

  @Test
  void mendsWhatIsNotWellFormed() {
    assertThat(HtmlSplitter.split("<b>one <i>two</b> three</i> & <", 40))
        .containsExactly("<b>one <i>two</i></b> three &amp; &lt;");
  }

  static IntStream seeds() {
    return IntStream.rangeClosed(1, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void losesNothingAndKeepsToTheLimit(int seed) {
    Random random = new Random(seed);
    String html = html(random, 0);
    int most = 40 + random.nextInt(120);
    List<String> parts = HtmlSplitter.split(html, most);

    assertThat(parts).allSatisfy(HtmlSplitterTest::isWellFormed);
    assertThat(parts)
        .allSatisfy(
            part -> {
              assertThat(seen(part)).isNotBlank().isEqualTo(seen(part).strip());
              assertThat(seen(part).length()).isBetween(1, most);
              assertThat(part.getBytes(StandardCharsets.UTF_8).length).isLessThan(30_000);
            });
    assertFollowOneAnother(seen(html), parts);
  }

  /** Between the parts nothing is left out but blanks, and none is added. */
  private static void assertFollowOneAnother(String text, List<String> parts) {
    int position = 0;
    for (String part : parts) {
      int start = text.indexOf(seen(part), position);
      assertThat(start).isGreaterThanOrEqualTo(position);
      assertThat(text.substring(position, start)).isBlank();
      position = start + seen(part).length();
    }
    assertThat(text.substring(position)).isBlank();
  }

  private static void isWellFormed(String html) {
    Parser parser = Parser.xmlParser().setTrackErrors(10);
    parser.parseInput(html, "");
    assertThat(parser.getErrors()).isEmpty();
    Matcher tag = Pattern.compile("<(/?)([a-z]+)[^>]*>").matcher(html);
    Deque<String> open = new ArrayDeque<>();
    while (tag.find()) {
      if (tag.group(1).isEmpty()) {
        open.push(tag.group(2));
      } else {
        assertThat(open.pop()).isEqualTo(tag.group(2));
      }
    }
    assertThat(open).isEmpty();
    assertThat(html.replaceAll("&(?:lt|gt|amp|quot);", "")).doesNotContain("&");
  }

  private static String seen(String html) {
    return Jsoup.parse(html, "", Parser.xmlParser())
        .nodeStream(TextNode.class)
        .map(TextNode::getWholeText)
        .collect(Collectors.joining());
  }

  private static String html(Random random, int depth) {
    StringBuilder html = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      String text = HtmlText.own(RandomText.of(random, random.nextInt(8)));
      String inner = depth < 3 && random.nextInt(4) == 0 ? html(random, depth + 1) : text;
      html.append(
          switch (random.nextInt(5)) {
            case 0 -> "<b>" + inner + "</b>";
            case 1 -> "<a href=\"https://example.org/?a=1&amp;b=" + i + "\">" + inner + "</a>";
            case 2 -> "<blockquote expandable>" + inner + "</blockquote>";
            default -> inner;
          });
    }
    return html.toString();
  }
}
