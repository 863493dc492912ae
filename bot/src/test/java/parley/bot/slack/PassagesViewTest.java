package parley.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.bot.slack.Answered.NOTES;
import static parley.bot.slack.Answered.NPR;
import static parley.bot.slack.Answered.answered;
import static parley.bot.slack.Answered.citation;
import static parley.bot.slack.Answered.json;

import com.slack.api.model.view.View;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.knowledge.Citation;
import parley.knowledge.Paragraph;

class PassagesViewTest {

  @Test
  void showsEachParagraphWithTheQuoteInBold() {
    View view =
        PassagesView.of(
            answered("They meet. [1]", citation(1, NPR, 3, "They meet & <talk>.")),
            citation -> Optional.of(new Paragraph(3, null, "Before. They meet & <talk>. After.")));
    assertThat(json(view.getBlocks()))
        .isEqualTo(
            """
            [
              {
                "type": "context",
                "elements": [
                  {
                    "type": "mrkdwn",
                    "text": "<https://example.org/paris?a=1&amp;b=2|[1]>",
                    "verbatim": true
                  },
                  {
                    "type": "plain_text",
                    "text": "Allies meet in Paris · NPR · 6 January 2026 · paragraph 3",
                    "emoji": false
                  }
                ]
              },
              {
                "type": "rich_text",
                "elements": [
                  {
                    "type": "rich_text_quote",
                    "elements": [
                      {
                        "type": "text",
                        "text": "Before. "
                      },
                      {
                        "type": "text",
                        "text": "They meet & <talk>.",
                        "style": {
                          "bold": true,
                          "italic": false,
                          "strike": false,
                          "highlight": false,
                          "client_highlight": false,
                          "underline": false,
                          "unlink": false,
                          "code": false
                        }
                      },
                      {
                        "type": "text",
                        "text": " After."
                      }
                    ]
                  }
                ]
              }
            ]""");
  }

  @Test
  void saysWhenTheDocumentIsNoLongerWhatWasQuoted() {
    View view =
        PassagesView.of(
            answered("They meet. [1]", citation(1, NOTES, 3, "They meet.")),
            citation -> Optional.empty());
    assertThat(json(view.getBlocks()))
        .contains("The document has changed since. This is what it said:\\n", "They meet.");
  }

  @Test
  void cutsAVeryLongParagraphAroundTheQuote() {
    String text = "before ".repeat(2_000) + "They meet." + " after".repeat(2_000);
    View view =
        PassagesView.of(
            answered("They meet. [1]", citation(1, NPR, 3, "They meet.")),
            citation -> Optional.of(new Paragraph(3, null, text)));
    assertThat(json(view.getBlocks()))
        .contains("\"… before before", "after after…\"", "\"They meet.\"")
        .hasSizeLessThan(5_000);
  }

  @Test
  void keepsToTheLimitOfBlocks() {
    Citation[] many =
        IntStream.rangeClosed(1, 90)
            .mapToObj(i -> citation(i, NPR, i, "q"))
            .toArray(Citation[]::new);
    View view = PassagesView.of(answered("Much. [1]", many), citation -> Optional.empty());
    assertThat(view.getBlocks()).hasSizeLessThanOrEqualTo(100);
  }
}
