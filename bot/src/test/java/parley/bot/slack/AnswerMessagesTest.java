package parley.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.bot.slack.Answered.NOTES;
import static parley.bot.slack.Answered.NPR;
import static parley.bot.slack.Answered.answer;
import static parley.bot.slack.Answered.answered;
import static parley.bot.slack.Answered.citation;
import static parley.bot.slack.Answered.json;
import static parley.bot.slack.Answered.notInSources;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.knowledge.Answer;
import parley.knowledge.Citation;
import parley.knowledge.Outcome;
import parley.knowledge.Source;

class AnswerMessagesTest {

  private static final ButtonRow NATIVE = new ButtonRow(true, false);
  private static final ButtonRow PLAIN_AND_SHARABLE = new ButtonRow(false, true);

  private final AnswerMessages messages = new AnswerMessages("C0HELPDESK");

  @Test
  void anAnswerHasLinkedMarkersALinePerCitationAndButtons() {
    SlackMessage message =
        only(
            answered(
                "35 participants <meet>. [1] Macron hosts & speaks. [1][2]",
                citation(1, NPR, 3, null),
                citation(2, NOTES, 1, null)),
            Optional.empty(),
            NATIVE);

    assertThat(message.text())
        .isEqualTo(
            """
            35 participants &lt;meet&gt;. [1] Macron hosts &amp; speaks. [1][2]
            [1] Allies meet in Paris · NPR · 6 January 2026 · paragraph 3
            [2] Notes &amp; &lt;drafts&gt; · paragraph 1""");
    assertThat(json(message.blocks()))
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
                        "text": "35 participants <meet>. "
                      },
                      {
                        "type": "link",
                        "url": "https://example.org/paris?a=1&b=2",
                        "text": "[1]"
                      },
                      {
                        "type": "text",
                        "text": " Macron hosts & speaks. "
                      },
                      {
                        "type": "link",
                        "url": "https://example.org/paris?a=1&b=2",
                        "text": "[1]"
                      },
                      {
                        "type": "text",
                        "text": "[2]"
                      }
                    ]
                  }
                ],
                "block_id": "q1:0"
              },
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
                "type": "context",
                "elements": [
                  {
                    "type": "mrkdwn",
                    "text": "[2]",
                    "verbatim": true
                  },
                  {
                    "type": "plain_text",
                    "text": "Notes & <drafts> · paragraph 1",
                    "emoji": false
                  }
                ]
              },
              {
                "type": "actions",
                "elements": [
                  {
                    "type": "button",
                    "text": {
                      "type": "plain_text",
                      "text": "Show passages",
                      "emoji": true
                    },
                    "action_id": "passages",
                    "value": "q1"
                  }
                ]
              },
              {
                "type": "context_actions",
                "elements": [
                  {
                    "type": "feedback_buttons",
                    "action_id": "feedback",
                    "positive_button": {
                      "text": {
                        "type": "plain_text",
                        "text": "Helpful",
                        "emoji": true
                      },
                      "value": "up:q1",
                      "accessibility_label": "Helpful"
                    },
                    "negative_button": {
                      "text": {
                        "type": "plain_text",
                        "text": "Not helpful",
                        "emoji": true
                      },
                      "value": "down:q1",
                      "accessibility_label": "Not helpful"
                    }
                  }
                ]
              }
            ]""");
  }

  @Test
  void whereTheWorkspaceLacksFeedbackButtonsPlainOnesStandBesideTheOthers() {
    SlackMessage message =
        only(
            answered("They meet. [1]", citation(1, NPR, 3, null)),
            Optional.of(new Caption("", "You asked: “Who meets?”")),
            PLAIN_AND_SHARABLE);
    assertThat(texts(message))
        .containsExactly(
            "You asked: “Who meets?”",
            "They meet. ",
            "[1]",
            "<https://example.org/paris?a=1&amp;b=2|[1]>",
            "Allies meet in Paris · NPR · 6 January 2026 · paragraph 3",
            "Show passages",
            "Share to the channel",
            "👍",
            "👎");
    assertThat(json(message.blocks())).contains("\"up:q1\"", "\"down:q1\"", "\"share\"");
  }

  @Test
  void whatIsNotInTheSourcesLeadsToTopicsAndPeople() {
    SlackMessage message =
        only(notInSources("The Paris meeting", "European troops"), Optional.empty(), NATIVE);
    assertThat(texts(message))
        .containsExactly(
            "I have not found this in the documents, and I would rather not guess.",
            "People who may know are in <#C0HELPDESK>.",
            "They do speak of these. Shall I look one up?",
            "The Paris meeting",
            "European troops");
    assertThat(message.text())
        .isEqualTo(
            """
            I have not found this in the documents, and I would rather not guess.
            People who may know are in <#C0HELPDESK>.
            They do speak of these. Shall I look one up?
            • The Paris meeting
            • European troops""");
    assertThat(json(message.blocks()))
        .contains("\"action_id\": \"ask_0\"", "\"value\": \"European troops\"")
        .doesNotContain("feedback");
  }

  @Test
  void aListIsAListAndHasBulletsInWords() {
    SlackMessage message =
        only(
            answered("Priorities:\n- monitoring;\n- support. [1]", citation(1, NPR, 2, null)),
            Optional.empty(),
            NATIVE);
    assertThat(message.text()).startsWith("Priorities:\n• monitoring;\n• support. [1]\n");
    assertThat(json(message.blocks().get(0)))
        .isEqualTo(
            """
            {
              "type": "rich_text",
              "elements": [
                {
                  "type": "rich_text_section",
                  "elements": [
                    {
                      "type": "text",
                      "text": "Priorities:"
                    }
                  ]
                },
                {
                  "type": "rich_text_list",
                  "elements": [
                    {
                      "type": "rich_text_section",
                      "elements": [
                        {
                          "type": "text",
                          "text": "monitoring;"
                        }
                      ]
                    },
                    {
                      "type": "rich_text_section",
                      "elements": [
                        {
                          "type": "text",
                          "text": "support. "
                        },
                        {
                          "type": "link",
                          "url": "https://example.org/paris?a=1&b=2",
                          "text": "[1]"
                        }
                      ]
                    }
                  ],
                  "style": "bullet"
                }
              ],
              "block_id": "q1:0"
            }""");
  }

  @Test
  void whatLooksLikeMarkupIsShownToTheLetter() {
    Source hostile =
        new Source("x", "*Bold* _title_ :x: <!here>", "`NPR` ~old~", null, null, null, 1);
    SlackMessage message =
        only(
            answered(
                "He *said* _that_ ~2~ `x` :fire: <!channel>. [1]", citation(1, hostile, 1, null)),
            Optional.of(new Caption("<@U1> asked:", "“Who *is* <@U2>?”")),
            NATIVE);
    assertThat(json(message.blocks().subList(0, 3)))
        .isEqualTo(
            """
            [
              {
                "type": "context",
                "elements": [
                  {
                    "type": "mrkdwn",
                    "text": "<@U1> asked:",
                    "verbatim": true
                  },
                  {
                    "type": "plain_text",
                    "text": "“Who *is* <@U2>?”",
                    "emoji": false
                  }
                ],
                "block_id": "q1:0"
              },
              {
                "type": "rich_text",
                "elements": [
                  {
                    "type": "rich_text_section",
                    "elements": [
                      {
                        "type": "text",
                        "text": "He *said* _that_ ~2~ `x` :fire: <!channel>. [1]"
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
                    "text": "[1]",
                    "verbatim": true
                  },
                  {
                    "type": "plain_text",
                    "text": "*Bold* _title_ :x: <!here> · `NPR` ~old~ · paragraph 1",
                    "emoji": false
                  }
                ]
              }
            ]""");
    assertThat(message.text())
        .isEqualTo(
            """
            <@U1> asked: “Who *is* &lt;@U2&gt;?”
            He *said* _that_ ~2~ `x` :fire: &lt;!channel&gt;. [1]
            [1] *Bold* _title_ :x: &lt;!here&gt; · `NPR` ~old~ · paragraph 1""");
  }

  @Test
  void anAddressThatIsNotOfTheWebIsNoLink() {
    Source odd = new Source("x", "Odd", null, null, "javascript:alert(1)", null, 1);
    SlackMessage message =
        only(answered("They meet. [1]", citation(1, odd, 1, null)), Optional.empty(), NATIVE);
    assertThat(texts(message)).startsWith("They meet. [1]", "[1]", "Odd · paragraph 1");
    assertThat(json(message.blocks())).doesNotContain("javascript");
  }

  @Test
  void whatIsNotInTheSourcesIsSaidInTheAskersLanguage() {
    Answer french =
        new Answer(
            "Qui ?",
            Outcome.NOT_IN_SOURCES,
            "Les documents n’en disent rien.",
            List.of(),
            List.of(),
            List.of("The Paris meeting"),
            "fr",
            Duration.ZERO);

    assertThat(texts(only(french, Optional.empty(), NATIVE)))
        .containsExactly(
            "Les documents n’en disent rien.",
            "People who may know are in <#C0HELPDESK>.",
            "The Paris meeting");
  }

  @Test
  void aHelpChannelMayBeAName() {
    assertThat(
            new AnswerMessages("#press-desk")
                .of("q1", notInSources(), Optional.empty(), NATIVE)
                .get(0)
                .text())
        .endsWith("People who may know are in #press-desk.");
  }

  @Test
  void smallTalkIsAPlainSentence() {
    SlackMessage message =
        only(
            answer(Outcome.SMALL_TALK, "You are welcome.", List.of(), List.of()),
            Optional.empty(),
            NATIVE);
    assertThat(texts(message)).containsExactly("You are welcome.");
  }

  @Test
  void aLongTopicIsShortenedOnItsButtonAndAskedWhole() {
    String topic = "What do the documents say about " + "very ".repeat(20) + "long titles?";
    SlackMessage message = only(notInSources(topic), Optional.empty(), NATIVE);
    assertThat(json(message.blocks())).contains("\"value\": \"" + topic + "\"");
    assertThat(texts(message)).last().asString().hasSizeLessThanOrEqualTo(75).endsWith("very…");
  }

  @Test
  void aLongAnswerIsSplitAtSentencesIntoSectionsAndMessages() {
    String sentences =
        IntStream.rangeClosed(1, 600)
            .mapToObj(i -> "This is sentence number " + i + " of a long answer. [1]")
            .collect(Collectors.joining(" "));
    List<SlackMessage> split =
        messages.of("q1", answered(sentences, citation(1, NPR, 3, null)), Optional.empty(), NATIVE);

    assertThat(split).hasSizeGreaterThan(2);
    assertThat(split).allSatisfy(AnswerMessagesTest::keepsToSlacksLimits);
    List<String> sections = new ArrayList<>();
    split.forEach(message -> sections.addAll(texts(message)));
    assertThat(blocks(split, "rich_text"))
        .allSatisfy(
            block ->
                assertThat(block).startsWith("This is sentence number").endsWith("answer. [1]"));
    String joined = String.join(" ", sections);
    assertThat(joined).contains("number 1 of", "number 300 of", "number 600 of");
    assertThat(json(split.get(0).blocks())).doesNotContain("\"passages\"");
    assertThat(json(split.get(split.size() - 1).blocks())).contains("\"passages\"", "feedback");
  }

  @Test
  void manyCitationsKeepToTheLimitOfBlocks() {
    Citation[] citations =
        IntStream.rangeClosed(1, 120)
            .mapToObj(i -> citation(i, NPR, i, null))
            .toArray(Citation[]::new);
    List<SlackMessage> split =
        messages.of("q1", answered("Much. [1]", citations), Optional.empty(), NATIVE);
    assertThat(split).hasSize(3).allSatisfy(AnswerMessagesTest::keepsToSlacksLimits);
  }

  /** The texts of the blocks of a type, each put together. */
  private static List<String> blocks(List<SlackMessage> messages, String type) {
    return messages.stream()
        .flatMap(message -> message.blocks().stream())
        .filter(block -> block.getType().equals(type))
        .map(block -> String.join("", texts(new SlackMessage("m", "t", List.of(block)))))
        .toList();
  }

  private static void keepsToSlacksLimits(SlackMessage message) {
    assertThat(message.blocks()).hasSizeBetween(1, 50);
    assertThat(message.text()).isNotBlank().hasSizeLessThanOrEqualTo(4_000);
    assertThat(texts(message)).allSatisfy(text -> assertThat(text).hasSizeBetween(1, 3_000));
    assertThat(texts(message).stream().mapToInt(String::length).sum()).isLessThan(13_000);
  }

  private SlackMessage only(Answer answer, Optional<Caption> heading, ButtonRow buttons) {
    List<SlackMessage> all = messages.of("q1", answer, heading, buttons);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  /** Every text of the blocks, in order, but those of Slack's feedback buttons. */
  private static List<String> texts(SlackMessage message) {
    return json(message.blocks())
        .lines()
        .filter(line -> line.contains("\"text\": \""))
        .map(line -> line.strip().replaceAll("^\"text\": \"|\",?$", ""))
        .filter(text -> !text.endsWith("elpful"))
        .toList();
  }
}
