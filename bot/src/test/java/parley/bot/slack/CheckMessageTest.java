package parley.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.bot.slack.Answered.NPR;
import static parley.bot.slack.Answered.citation;
import static parley.bot.slack.Answered.json;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.knowledge.Finding;
import parley.knowledge.Paragraph;

class CheckMessageTest {

  private static final Finding FOUND =
      new Finding("40 people *come*.", Optional.of(citation(1, NPR, 3, "35 people come.")));
  private static final Finding NOT_FOUND = new Finding("It rains in <Oslo>.", Optional.empty());

  @Test
  void showsEachStatementAndThePassageClosestToIt() {
    SlackMessage message =
        check(List.of(FOUND, NOT_FOUND), "Macron speaks. 35 people come. He hosts.").get(0);
    assertThat(message.text())
        .isEqualTo(
            """
            What the documents hold that is closest to that message:
            40 people *come*.
            “35 people come.”
            Source: Allies meet in Paris · NPR · 6 January 2026 · paragraph 3
            It rains in &lt;Oslo&gt;.
            The documents do not speak of it.
            These are the closest passages, no more. Whether they bear the message out is for you to say.""");
    assertThat(json(message.blocks().subList(1, 4)).replaceAll("\"style\": \\{[^}]*}", "\"bold\""))
        .isEqualTo(
            """
            [
              {
                "type": "rich_text",
                "elements": [
                  {
                    "type": "rich_text_section",
                    "elements": [
                      {
                        "type": "text",
                        "text": "40 people *come*.",
                        "bold"
                      }
                    ]
                  },
                  {
                    "type": "rich_text_quote",
                    "elements": [
                      {
                        "type": "text",
                        "text": "Macron speaks. "
                      },
                      {
                        "type": "text",
                        "text": "35 people come.",
                        "bold"
                      },
                      {
                        "type": "text",
                        "text": " He hosts."
                      }
                    ]
                  }
                ]
              },
              {
                "type": "context",
                "elements": [
                  {
                    "type": "mrkdwn",
                    "text": "<https://example.org/paris?a=1&amp;b=2|Source:>",
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
                    "type": "rich_text_section",
                    "elements": [
                      {
                        "type": "text",
                        "text": "It rains in <Oslo>.",
                        "bold"
                      }
                    ]
                  },
                  {
                    "type": "rich_text_section",
                    "elements": [
                      {
                        "type": "text",
                        "text": "The documents do not speak of it."
                      }
                    ]
                  }
                ]
              }
            ]""");
  }

  @Test
  void fiveStatementsWithTheirPassagesFitIntoOneMessage() {
    Finding longest =
        new Finding(
            "word ".repeat(200), Optional.of(citation(1, NPR, 3, "quote ".repeat(100).strip())));
    String paragraph = "before ".repeat(300) + "quote ".repeat(100) + "after ".repeat(300);
    List<SlackMessage> messages = check(Collections.nCopies(5, longest), paragraph);
    assertThat(messages)
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.blocks()).hasSizeLessThanOrEqualTo(50);
              assertThat(json(message.blocks())).contains("…\"", "\"… ");
            });
  }

  private static List<SlackMessage> check(List<Finding> findings, String paragraph) {
    return CheckMessage.of(findings, citation -> Optional.of(new Paragraph(3, null, paragraph)));
  }
}
