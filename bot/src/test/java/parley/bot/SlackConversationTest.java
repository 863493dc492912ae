package parley.bot;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static parley.bot.SlackEvents.click;
import static parley.bot.SlackEvents.envelope;
import static parley.bot.SlackEvents.event;
import static parley.bot.SlackEvents.mention;
import static parley.bot.SlackEvents.newTs;
import static parley.bot.SlackEvents.said;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.bot.chat.ChatSettings;
import parley.bot.chat.LimitSettings;
import parley.bot.ledger.Feedback;
import parley.bot.ledger.SqliteLedger;

/** What people do in Slack, against the whole bot: documents, ledger, web server and all. */
class SlackConversationTest {

  private static final String ASKED = "Who leads the American delegation?";
  private static final String BOT = "<@" + MadeUpSlack.BOT + ">";

  @TempDir static Path data;
  private static MadeUpSlack slack;
  private static SlackBotServer bot;

  /** No other test's. */
  private final String channel = "C" + newTs().substring(11);

  @BeforeAll
  static void start() throws IOException {
    slack = new MadeUpSlack();
    // a few people ask all the tests' questions within a minute
    LimitSettings limits = new LimitSettings(1_000, 1_000, 1_000, 1_000, 2);
    bot = SlackBotServer.start(slack, data, new ChatSettings(limits, 90, Map.of()));
  }

  @AfterAll
  static void stop() {
    bot.close();
    slack.close();
  }

  @Test
  void aMentionIsAnsweredInItsThread() {
    String ts = newTs();
    assertThat(bot.events.send(mention(channel, "U1", BOT + " " + ASKED, ts))).isEqualTo(200);

    Map<String, String> answer = answers(1).get(0);
    assertThat(answer).containsEntry("thread_ts", ts).containsEntry("unfurl_links", "0");
    assertThat(answer.get("text")).contains("delegation", "[1]", "Parley briefing");
    assertThat(blockTypes(answer))
        .startsWith("rich_text", "context")
        .endsWith("actions", "context_actions");
    assertThat(statuses(channel)).isEmpty();
  }

  @Test
  void aMentionThatArrivesAsTwoEventsIsAnsweredOnce() {
    String ts = newTs();
    bot.events.send(said(channel, "U1", BOT + " " + ASKED, ts, null));
    bot.events.send(mention(channel, "U1", BOT + " " + ASKED, ts));
    answers(1);
    askAgainAndExpect(2);
  }

  @Test
  void anEventThatComesThreeTimesIsAnsweredOnceAlsoAcrossARestart() throws IOException {
    ObjectNode event = mention(channel, "U1", BOT + " " + ASKED, newTs());
    assertThat(bot.events.send(event)).isEqualTo(200);
    assertThat(bot.events.send(event)).isEqualTo(200);
    answers(1);
    bot.restart();
    assertThat(bot.events.send(event)).isEqualTo(200);
    askAgainAndExpect(2);
  }

  @Test
  void aThreadGoesOnWithoutAMention() {
    String thread = newTs();
    bot.events.send(mention(channel, "U1", BOT + " " + ASKED, thread));
    answers(1);
    bot.events.send(
        said(channel, "U2", "How many participants will come to Paris?", newTs(), thread));
    Map<String, String> second = answers(2).get(1);
    assertThat(second).containsEntry("thread_ts", thread);
    assertThat(second.get("text")).contains("35");
  }

  @Test
  void isSilentWhereItWasNotAsked() {
    String thread = newTs();
    String other = newTs();
    bot.events.send(said(channel, "U1", ASKED, newTs(), null));
    bot.events.send(said(channel, "U1", ASKED, newTs(), other));
    bot.events.send(mention(channel, "U1", BOT + " " + ASKED, thread));
    bot.events.send(said(channel, "U1", "<@U2> who leads it, do you think?", newTs(), thread));
    bot.events.send(said(channel, "U1", "thanks!", newTs(), thread));
    bot.events.send(said(channel, "U2", "He was in Berlin as well.", newTs(), thread));
    bot.events.send(said(channel, "U2", "Is there any cake left?", newTs(), thread));
    bot.events.send(said(channel, "U2", "Shall we meet at three?", newTs(), thread));
    assertThat(answers(1)).extracting(answer -> answer.get("thread_ts")).containsExactly(thread);
    askAgainAndExpect(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"bot_id\": \"B999\"}",
        "{\"subtype\": \"bot_message\", \"bot_id\": \"B999\"}",
        "{\"subtype\": \"file_share\", \"bot_id\": \"B999\"}",
        "{\"subtype\": \"thread_broadcast\", \"bot_id\": \"B999\"}",
        "{\"user\": \"" + MadeUpSlack.BOT + "\"}",
        "{\"user\": \"USLACKBOT\"}",
        "{\"subtype\": \"message_changed\", \"hidden\": true}",
        "{\"subtype\": \"message_deleted\", \"hidden\": true}",
        "{\"subtype\": \"channel_join\"}",
        "{\"user\": null}",
      })
  void messagesThatNoPersonWroteAreNoQuestions(String difference) throws IOException {
    ObjectNode event = said(channel, "U1", BOT + " " + ASKED, newTs(), null);
    new ObjectMapper().readerForUpdating(event(event)).readValue(difference);
    assertThat(bot.events.send(event)).isEqualTo(200);
    askAgainAndExpect(1);
  }

  @Test
  void anotherBotsMentionIsIgnored() {
    ObjectNode event = mention(channel, "U9", BOT + " " + ASKED, newTs());
    event(event).put("bot_id", "B999");
    assertThat(bot.events.send(event)).isEqualTo(200);
    askAgainAndExpect(1);
  }

  @Test
  void aDirectMessageIsAnsweredInAThreadWithAStatusMeanwhile() {
    String direct = "D" + channel;
    String ts = newTs();
    bot.events.send(said(direct, "U1", ASKED, ts, null));
    await().until(() -> slack.posted(direct).size() == 1);
    assertThat(slack.posted(direct).get(0)).containsEntry("thread_ts", ts);
    assertThat(statuses(direct)).containsExactly(ts + " is looking through the documents…");
  }

  @Test
  void theAssistantPaneOffersFourQuestionsOfTheDocumentsWithoutAThread() {
    String direct = "D" + channel;
    bot.events.send(envelope(opened(direct, "home")));
    bot.events.send(envelope(opened(direct, "messages")));
    await()
        .untilAsserted(
            () ->
                assertThat(slack.calls("assistant.threads.setSuggestedPrompts"))
                    .filteredOn(call -> call.get("channel_id").equals(direct))
                    .singleElement()
                    .satisfies(
                        call -> {
                          assertThat(call).doesNotContainKey("thread_ts");
                          assertThat(call.get("title")).startsWith("Hello!");
                          JsonNode prompts = MadeUpSlack.json(call.get("prompts"));
                          assertThat(prompts).hasSize(4);
                          assertThat(prompts.findValuesAsText("message"))
                              .allMatch(text -> text.startsWith("What do the documents say"));
                        }));
  }

  @Test
  void theAssistantPaneOpenedAgainAndAgainPostsNothing() {
    String direct = "D" + channel;
    for (int i = 0; i < 3; i++) {
      bot.events.send(envelope(opened(direct, "messages")));
    }
    bot.events.send(said(direct, "U1", ASKED, newTs(), null));
    await().until(() -> slack.posted(direct).size() == 1);
    assertThat(slack.posted(direct).get(0).get("text")).contains("[1]");
  }

  private static ObjectNode opened(String direct, String tab) {
    return new ObjectMapper()
        .createObjectNode()
        .put("type", "app_home_opened")
        .put("user", "U1")
        .put("channel", direct)
        .put("tab", tab)
        .put("event_ts", newTs());
  }

  @Test
  void aMentionWithNothingElseIsMetWithExamples() {
    String ts = newTs();
    bot.events.send(said(channel, "U1", BOT + " ", ts, null));
    bot.events.send(mention(channel, "U1", BOT + " ", ts));
    Map<String, String> help = answers(1).get(0);
    assertThat(help).containsEntry("thread_ts", ts);
    assertThat(help.get("text")).startsWith("Yes?");
    assertThat(help.get("blocks")).contains("\"action_id\":\"ask_0\"");
    askAgainAndExpect(2);
  }

  @Test
  void blocksWithoutTextAreMetWithExamplesToo() {
    ObjectNode event = mention(channel, "U1", "", newTs());
    event(event).remove("text");
    event(event).putArray("blocks").addObject().put("type", "divider").put("block_id", "b");
    bot.events.send(event);
    assertThat(answers(1).get(0).get("text")).startsWith("Yes?");
  }

  @Test
  void aFileWithoutAWordIsMetWithExamplesInADirectMessageAndInAChannelNotAtAll() {
    String direct = "D" + channel;
    for (String place : List.of(channel, direct)) {
      ObjectNode event = said(place, "U1", "", newTs(), null);
      event(event).put("subtype", "file_share").putArray("files").addObject().put("id", "F1");
      event(event).remove("text");
      assertThat(bot.events.send(event)).isEqualTo(200);
    }
    await().until(() -> slack.posted(direct).size() == 1);
    assertThat(slack.posted(direct).get(0).get("text")).startsWith("Yes?");
    askAgainAndExpect(1);
  }

  @Test
  void inAThreadOfSomebodyElsesItAnswersThere() {
    String thread = newTs();
    ObjectNode event = mention(channel, "U1", BOT + " " + ASKED, newTs());
    event(event).put("thread_ts", thread).put("parent_user_id", "U7");
    bot.events.send(event);
    assertThat(answers(1).get(0)).containsEntry("thread_ts", thread);
  }

  @Test
  void aColleagueOfAnotherWorkspaceInASharedChannelIsAnsweredToo() {
    ObjectNode event = mention(channel, "U0STRANGER", BOT + " " + ASKED, newTs());
    event.put("team_id", "T0ANOTHER").put("is_ext_shared_channel", true);
    event(event).put("team", "T0ANOTHER").put("user_team", "T0ANOTHER");
    bot.events.send(event);
    answers(1);
  }

  @Test
  void aChannelGetsOneAnswerASecondAndAnotherIsNotHeldUp() {
    String quiet = "CQUIET" + channel;
    for (int i = 0; i < 4; i++) {
      bot.events.send(mention(channel, "U" + i, BOT + " " + ASKED, newTs()));
    }
    bot.events.send(mention(quiet, "U9", BOT + " " + ASKED, newTs()));
    answers(4);
    List<Instant> times = slack.postedAt(channel);
    assertThat(Duration.between(times.get(0), times.get(3)))
        .isGreaterThan(Duration.ofMillis(2_500));
    assertThat(slack.postedAt(quiet).get(0)).isBefore(times.get(3));
  }

  @Test
  void aQuestionOfFortyThousandCharactersIsTurnedDownInASentence() {
    String text = BOT + " " + "who leads the delegation and ".repeat(1_380);
    assertThat(bot.events.send(mention(channel, "U1", text, newTs()))).isEqualTo(200);
    assertThat(answers(1).get(0).get("text")).hasSizeLessThan(500);
  }

  @Test
  void otherScriptsArriveUnharmed() {
    bot.events.send(mention(channel, "U1", BOT + " Хто очолює американську делегацію?", newTs()));
    answers(1);
    bot.events.command(channel, "U1", "Хто очолює?", slack.responseUrl(channel));
    await().until(() -> slack.responses(channel).size() == 1);
    assertThat(slack.responses(channel).get(0).toString()).contains("You asked: “Хто очолює?”");
  }

  @Test
  void aMessageWithAFileIsAQuestionToo() {
    ObjectNode event = said(channel, "U1", BOT + " " + ASKED, newTs(), null);
    event(event).put("subtype", "file_share").putArray("files").addObject().put("id", "F1");
    bot.events.send(event);
    answers(1);
  }

  @Test
  void whatIsNotInTheSourcesLeadsOnByButtons() {
    bot.events.send(mention(channel, "U1", BOT + " What is the capital of Peru?", newTs()));
    Map<String, String> answer = answers(1).get(0);
    assertThat(answer.get("text"))
        .startsWith("I have not found this in the documents")
        .contains("<#" + SlackBotServer.HELP_CHANNEL + ">");
    JsonNode topic = element(answer, "ask_0");
    bot.events.sendPayload(
        click(channel, "U2", "ask_0", topic.get("value").asText(), slack.responseUrl("unused")));
    Map<String, String> second = answers(2).get(1);
    assertThat(second).containsEntry("thread_ts", "1767690000.999999");
    assertThat(second.get("text")).startsWith("<@U2> asked: “" + topic.get("value").asText() + "”");
  }

  @Test
  void theCommandIsAnsweredToOnePersonWhoMayShareItOnce() {
    assertThat(bot.events.command(channel, "U1", ASKED, slack.responseUrl(channel))).isEqualTo(200);
    await().until(() -> slack.responses(channel).size() == 1);
    JsonNode own = slack.responses(channel).get(0);
    assertThat(own.get("response_type").asText()).isEqualTo("ephemeral");
    assertThat(own.get("text").asText()).startsWith("You asked: “" + ASKED + "”").contains("[1]");

    String share = element(own.get("blocks"), "share").get("value").asText();
    String shared = channel + "-shared";
    bot.events.sendPayload(click(channel, "U1", "share", share, slack.responseUrl(shared)));
    bot.events.sendPayload(click(channel, "U1", "share", share, slack.responseUrl(shared)));
    await().until(() -> slack.responses(shared).size() == 3);
    assertThat(slack.responses(shared))
        .extracting(response -> response.path("response_type").asText(""))
        .containsExactlyInAnyOrder("in_channel", "", "ephemeral");
    assertThat(slack.responses(shared))
        .filteredOn(response -> response.path("response_type").asText().equals("in_channel"))
        .singleElement()
        .satisfies(
            response -> {
              assertThat(response.get("text").asText())
                  .startsWith("<@U1> asked: “" + ASKED + "”\n");
              assertThat(response.toString()).doesNotContain("\"share\"");
            });
    assertThat(slack.responses(shared))
        .filteredOn(response -> response.path("delete_original").asBoolean())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "help", "Help"})
  void theCommandAloneIsMetWithExamples(String text) {
    bot.events.command(channel, "U1", text, slack.responseUrl(channel));
    await().until(() -> slack.responses(channel).size() == 1);
    assertThat(slack.responses(channel).get(0).toString()).contains("after the command", "ask_0");
  }

  @Test
  void theCommandForgetsWhatIsKeptOnAPerson() {
    bot.events.command(channel, "U88", ASKED, slack.responseUrl(channel));
    await().until(() -> slack.responses(channel).size() == 1);
    bot.events.command(channel, "U88", "forget", slack.responseUrl(channel));
    await().until(() -> slack.responses(channel).size() == 2);
    assertThat(slack.responses(channel).get(1).get("text").asText())
        .startsWith("I have deleted what I kept on you");
    bot.events.command(channel, "U88", "Forget", slack.responseUrl(channel));
    await().until(() -> slack.responses(channel).size() == 3);
    assertThat(slack.responses(channel).get(2).get("text").asText())
        .isEqualTo("I keep nothing on you.");
  }

  @Test
  void nothingThatPeopleWritePingsAnybody() {
    bot.events.command(
        channel, "U1", "<!channel> &lt;!here&gt; who leads?", slack.responseUrl(channel));
    await().until(() -> slack.responses(channel).size() == 1);
    assertThat(slack.responses(channel).get(0).get("text").asText())
        .startsWith("You asked: “&lt;!here&gt; who leads?”");
  }

  @Test
  void aMessageIsCheckedAgainstTheSourcesForOnePerson() {
    JsonNode checked =
        checked("<@U7> 40 participants will come to Paris. The canteen has new chairs!");
    assertThat(checked.get("response_type").asText()).isEqualTo("ephemeral");
    assertThat(checked.get("text").asText())
        .isEqualTo(
            """
            What the documents hold that is closest to that message:
            40 participants will come to Paris.
            “The Paris meeting will bring together 35 participants, 27 of them heads of state and \
            government, according to the office of French President Emmanuel Macron.”
            Source: The Paris meeting on Ukraine · Parley briefing · 6 January 2026 · paragraph 3
            The canteen has new chairs!
            The documents do not speak of it.
            These are the closest passages, no more. Whether they bear the message out is for you \
            to say.""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Hi all!", ":+1:", "<@U7>"})
  void aMessageThatStatesNothingCannotBeChecked(String text) {
    assertThat(checked(text).get("text").asText())
        .isEqualTo("There is no statement in that message that I could look up.");
  }

  private JsonNode checked(String text) {
    ObjectNode shortcut = click(channel, "U1", "", "", slack.responseUrl(channel));
    shortcut.put("type", "message_action").put("callback_id", "check_against_sources");
    shortcut.remove(List.of("actions", "container"));
    shortcut
        .putObject("message")
        .put("type", "message")
        .put("user", "U2")
        .put("ts", newTs())
        .put("text", text);
    assertThat(bot.events.sendPayload(shortcut)).isEqualTo(200);
    await().until(() -> slack.responses(channel).size() == 1);
    return slack.responses(channel).get(0);
  }

  @Test
  void theButtonShowsThePassages() {
    bot.events.send(mention(channel, "U1", BOT + " " + ASKED, newTs()));
    String id = element(answers(1).get(0), "passages").get("value").asText();
    ObjectNode click = click(channel, "U2", "passages", id, slack.responseUrl(channel));
    bot.events.sendPayload(click);
    await().until(() -> opened(click) != null);
    assertThat(opened(click)).contains("\"bold\":true", "delegation", "\"Passages\"");
  }

  @Test
  void aClickThatComesTwiceCountsOnce() {
    ObjectNode click = click(channel, "U2", "passages", "gone", slack.responseUrl(channel));
    bot.events.sendPayload(click);
    bot.events.sendPayload(click);
    bot.events.sendPayload(click(channel, "U2", "share", "gone", slack.responseUrl(channel)));
    await().until(() -> slack.responses(channel).size() >= 2);
    assertThat(slack.responses(channel)).hasSize(2);
  }

  @Test
  void anAnswerThatIsForgottenIsSaidToBe() {
    bot.events.sendPayload(click(channel, "U2", "passages", "gone", slack.responseUrl(channel)));
    await().until(() -> slack.responses(channel).size() == 1);
    assertThat(slack.responses(channel).get(0).get("text").asText())
        .startsWith("I no longer remember that answer.");
  }

  @Test
  void aThumbsDownAsksWhatWasWrongAndBothAreKept() {
    bot.events.send(mention(channel, "U1", BOT + " " + ASKED, newTs()));
    String id = element(answers(1).get(0), "passages").get("value").asText();
    bot.events.sendPayload(
        click(channel, "U2", "feedback", "up:" + id, slack.responseUrl(channel)));
    ObjectNode click = click(channel, "U3", "feedback", "down:" + id, slack.responseUrl(channel));
    bot.events.sendPayload(click);
    await().until(() -> opened(click) != null);
    assertThat(opened(click)).contains("What was wrong?", "\"private_metadata\":\"" + id + "\"");

    bot.events.sendPayload(submission(id));
    try (SqliteLedger ledger = SqliteLedger.open(data.resolve("ledger.db"))) {
      assertThat(ledger.feedback(id))
          .extracting(Feedback::person, Feedback::helpful, Feedback::reason)
          .containsExactly(tuple("U2", true, ""), tuple("U3", false, "wrong: He was not there."));
    }
  }

  private static ObjectNode submission(String id) {
    ObjectNode submission = new ObjectMapper().createObjectNode().put("type", "view_submission");
    submission.putObject("team").put("id", MadeUpSlack.TEAM);
    submission.putObject("user").put("id", "U3");
    ObjectNode view =
        submission
            .putObject("view")
            .put("type", "modal")
            .put("callback_id", "feedback_reason")
            .put("private_metadata", id);
    ObjectNode values = view.putObject("state").putObject("values");
    values
        .putObject("kind")
        .putObject("kind")
        .put("type", "radio_buttons")
        .putObject("selected_option")
        .put("value", "wrong");
    values
        .putObject("words")
        .putObject("words")
        .put("type", "plain_text_input")
        .put("value", " He was not there. ");
    return submission;
  }

  /** The view opened by a click, or null. */
  private static String opened(ObjectNode click) {
    return slack.calls("views.open").stream()
        .filter(call -> call.get("trigger_id").equals(click.get("trigger_id").asText()))
        .map(call -> call.get("view"))
        .findFirst()
        .orElse(null);
  }

  /** The channel's answers, once there are so many. */
  private List<Map<String, String>> answers(int count) {
    await().until(() -> slack.posted(channel).size() >= count);
    assertThat(slack.posted(channel)).hasSize(count);
    return slack.posted(channel);
  }

  /** What comes later in the channel is answered, and by then nothing else was. */
  private void askAgainAndExpect(int count) {
    bot.events.send(mention(channel, "U1", BOT + " Who hosts the Paris meeting?", newTs()));
    answers(count);
  }

  private static List<String> statuses(String channel) {
    return slack.calls("assistant.threads.setStatus").stream()
        .filter(call -> call.get("channel_id").equals(channel))
        .map(call -> call.get("thread_ts") + " " + call.get("status"))
        .toList();
  }

  private static List<String> blockTypes(Map<String, String> message) {
    return StreamSupport.stream(MadeUpSlack.json(message.get("blocks")).spliterator(), false)
        .map(block -> block.get("type").asText())
        .toList();
  }

  private static JsonNode element(Map<String, String> message, String actionId) {
    return element(MadeUpSlack.json(message.get("blocks")), actionId);
  }

  private static JsonNode element(JsonNode blocks, String actionId) {
    for (JsonNode block : blocks) {
      for (JsonNode element : block.path("elements")) {
        if (element.path("action_id").asText().equals(actionId)) {
          return element;
        }
      }
    }
    throw new AssertionError(
        "no "
            + actionId
            + " in "
            + StreamSupport.stream(blocks.spliterator(), false)
                .map(JsonNode::toString)
                .collect(joining("\n")));
  }
}
