package parley.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.util.json.GsonFactory;
import org.junit.jupiter.api.Test;
import parley.bot.report.Reports;

class DigestMessageTest {

  @Test
  void saysInOneMessageWhatTheDocumentsDidNotAnswerFirst() {
    SlackMessage digest = DigestMessage.of(Reports.week(), "digest:2026-W49");

    assertThat(digest.id()).isEqualTo("digest:2026-W49:0");
    assertThat(digest.text())
        .isEqualTo(
            """
            What people asked this week
            7 questions by 3 people: 2 answered, 4 not in the documents, 1 small talk.
            Not in the documents. A document on one of these would help most:
            • 3× How many soldiers will Britain send?
            • 1× Who pays &lt;!channel&gt;?
            Asked most:
            • 4× How many soldiers will Britain send?
            Thumbs down: 2 (up: 1)
            • “Where do they meet?” – wrong: &lt;b&gt;Berlin&lt;/b&gt;
            • “How many soldiers will Britain send?”
            Documents that no answer cited: 1 of 2
            delegation
            Time: 420 ms at the median, 1.3 s at the 95th percentile
            Language model: 12,000 tokens read, 3,400 written: 0.09 USD
            More, also as a page: `parley report --since 7d --html PAGE`""");
  }

  /** Rich text and plain text are never read as markup, whatever stands in them. */
  @Test
  void nothingThatPeopleWroteIsMarkup() {
    SlackMessage digest = DigestMessage.of(Reports.huge(), "digest:2026-W49");

    assertThat(digest.text()).doesNotContain("<");
    assertThat(digest.blocks())
        .filteredOn(block -> !block.getType().equals("rich_text"))
        .allSatisfy(
            block ->
                assertThat(GsonFactory.createSnakeCase().toJson(block)).doesNotContain("channel"));
  }

  @Test
  void whateverIsAskedFitsIntoOneMessage() {
    SlackMessage digest = DigestMessage.of(Reports.huge(), "digest:2026-W49");

    assertThat(GsonFactory.createSnakeCase().toJson(digest.blocks()))
        .contains("and 290 more", "Documents that no answer cited", "More, also as a page");
    assertThat(digest.blocks()).hasSizeLessThanOrEqualTo(50);
    assertThat(digest.text()).hasSizeLessThanOrEqualTo(4_000);
  }
}
