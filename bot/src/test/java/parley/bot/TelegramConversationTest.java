package parley.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static parley.bot.TelegramUpdates.edited;
import static parley.bot.TelegramUpdates.inTopic;
import static parley.bot.TelegramUpdates.message;
import static parley.bot.TelegramUpdates.newGroup;
import static parley.bot.TelegramUpdates.newPerson;
import static parley.bot.TelegramUpdates.pressed;
import static parley.bot.TelegramUpdates.replyingToBot;
import static parley.bot.TelegramUpdates.speaking;
import static parley.bot.TelegramUpdates.told;
import static parley.bot.TelegramUpdates.typed;
import static parley.bot.TelegramUpdates.wordless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.bot.MadeUpTelegram.Call;
import parley.bot.TelegramBotServer.Way;

/** What people do on Telegram, against the whole bot, whichever way updates come. */
@ParameterizedClass
@EnumSource(Way.class)
class TelegramConversationTest {

  private static final String ASKED = "Who leads the American delegation?";
  private static final String NAMED = "@" + MadeUpTelegram.NAME;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir static Path data;
  private static MadeUpTelegram telegram;
  private static TelegramBotServer bot;

  /** No other test's. */
  private final long olena = newPerson();

  private final long pavlo = newPerson();
  private final long group = newGroup();

  TelegramConversationTest(Way way) {
    assertThat(way).isNotNull();
  }

  @BeforeParameterizedClassInvocation
  static void start(Way way) throws IOException {
    telegram = new MadeUpTelegram();
    bot = TelegramBotServer.start(telegram, data.resolve(way.name()), way);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    bot.close();
    telegram.close();
  }

  @Test
  void aQuestionIsAnsweredInHtmlWithItsSourcesAndButtons() {
    bot.deliver(told(olena, ASKED));
    Call answer = sent(olena, 1).get(0);
    assertThat(answer.text())
        .contains("delegation", "[1]", "<blockquote expandable>", "Parley briefing");
    assertThat(answer.body().path("parse_mode").asText()).isEqualTo("HTML");
    assertThat(answer.body().at("/link_preview_options/is_disabled").asBoolean()).isTrue();
    assertThat(answer.body().has("reply_parameters")).isFalse();
    assertThat(buttons(answer)).contains("Passage [1]", "👍", "👎");
  }

  @Test
  void isTypingWhileItWorks() {
    bot.deliver(told(olena, ASKED));
    sent(olena, 1);
    assertThat(telegram.calls("sendChatAction"))
        .filteredOn(call -> call.chat() == olena)
        .first()
        .satisfies(call -> assertThat(call.body().path("action").asText()).isEqualTo("typing"));
  }

  @Test
  void aFollowUpIsUnderstood() {
    bot.deliver(told(olena, "How many participants will come to Paris?"));
    sent(olena, 1);
    bot.deliver(told(olena, "And how many of them are heads of state?"));
    assertThat(sent(olena, 2).get(1).text()).contains("27");
  }

  @Test
  void theSameUpdateIsAnsweredOnceAlsoAcrossARestart() throws IOException {
    ObjectNode update = telegram.number(told(olena, ASKED));
    bot.deliver(update);
    sent(olena, 1);
    bot.deliver(update);
    bot.restart();
    bot.deliver(update);
    askAgainAndExpect(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        NAMED + " " + ASKED,
        "Dear " + NAMED + ", who leads the American delegation?",
        "@Parley_Talks_BOT: " + ASKED,
        "/ask " + ASKED,
        "/ask" + NAMED + " " + ASKED,
        "/Ask " + ASKED,
      })
  void inAGroupWhatNamesItIsAnsweredAsAReply(String text) {
    ObjectNode update = told(group, pavlo, text);
    bot.deliver(update);
    Call answer = sent(group, 1).get(0);
    assertThat(answer.text()).contains("Witkoff");
    assertThat(answer.body().at("/reply_parameters/message_id").asInt())
        .isEqualTo(message(update).path("message_id").asInt());
    assertThat(answer.body().at("/reply_parameters/allow_sending_without_reply").asBoolean())
        .isTrue();
  }

  @Test
  void inAGroupAReplyToItIsAnsweredInTheConversationOfWhatItRepliesTo() {
    bot.deliver(told(group, pavlo, "/ask How many participants will come to Paris?"));
    sent(group, 1);
    int answered = lastMessageId();
    bot.deliver(
        replyingToBot(told(group, olena, "And how many of them are heads of state?"), answered));
    assertThat(sent(group, 2).get(1).text()).contains("27");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ASKED,
        "@another_bot " + ASKED,
        "/ask@another_bot " + ASKED,
        "/help",
        "/start",
        "mail me at olena" + NAMED + ".example",
        NAMED + "_not " + ASKED,
      })
  void inAGroupNothingElseIs(String text) {
    bot.deliver(told(group, pavlo, text));
    bot.deliver(told(group, pavlo, "/ask " + ASKED));
    assertThat(sent(group, 1)).hasSize(1);
    assertThat(sent(group, 1).get(0).text()).contains("Witkoff");
  }

  @Test
  void neitherBotsNorItselfNorTheLinkedChannelAreAnswered() {
    ObjectNode byBot = told(group, pavlo, "/ask " + ASKED);
    ((ObjectNode) message(byBot).get("from")).put("is_bot", true);
    ObjectNode forwarded = told(group, 777_000, "/ask " + ASKED);
    message(forwarded).put("is_automatic_forward", true);
    ObjectNode viaItself = told(olena, ASKED);
    message(viaItself)
        .putObject("via_bot")
        .put("id", MadeUpTelegram.BOT)
        .put("is_bot", true)
        .put("first_name", "Parley");
    bot.deliver(byBot);
    bot.deliver(forwarded);
    bot.deliver(viaItself);
    bot.deliver(told(group, pavlo, "/ask " + ASKED));
    sent(group, 1);
    askAgainAndExpect(1);
    assertThat(telegram.sent(group)).hasSize(1);
  }

  @Test
  void aGroupsAdministratorWithoutANameIsAnswered() {
    ObjectNode update = told(group, 1_087_968_824, "/ask " + ASKED);
    ((ObjectNode) message(update).get("from")).put("is_bot", true);
    message(update).putObject("sender_chat").put("id", group).put("type", "supergroup");
    bot.deliver(update);
    sent(group, 1);
  }

  @Test
  void aTopicKeepsItsAnswersAndItsTyping() {
    bot.deliver(inTopic(told(group, pavlo, "/ask " + ASKED), 17));
    assertThat(sent(group, 1).get(0).body().path("message_thread_id").asInt()).isEqualTo(17);
    assertThat(telegram.calls("sendChatAction"))
        .filteredOn(call -> call.chat() == group)
        .allSatisfy(
            call -> assertThat(call.body().path("message_thread_id").asInt()).isEqualTo(17));
  }

  /** In a forum whatever is written replies to the making of its topic, perhaps by this bot. */
  @Test
  void inATopicThatItMadeNotEverythingIsAReplyToIt() {
    ObjectNode update = replyingToBot(inTopic(told(group, pavlo, ASKED), 17), 17);
    ((ObjectNode) message(update).get("reply_to_message"))
        .putObject("forum_topic_created")
        .put("name", "Paris")
        .put("icon_color", 7322096);
    bot.deliver(update);
    bot.deliver(told(group, pavlo, "/ask How many participants will come to Paris?"));
    assertThat(sent(group, 1).get(0).text()).contains("35");
    assertThat(telegram.sent(group)).hasSize(1);
  }

  @Test
  void anEditedQuestionIsAnsweredAgainInTheSamePlace() {
    ObjectNode update = told(olena, ASKED);
    bot.deliver(update);
    sent(olena, 1);
    int answered = lastMessageId();
    bot.deliver(edited(update, "How many participants will come to Paris?"));
    await().atMost(PATIENCE).until(() -> telegram.written(olena).size() == 2);
    Call second = telegram.written(olena).get(1);
    assertThat(second.method()).isEqualTo("editMessageText");
    assertThat(second.body().path("message_id").asInt()).isEqualTo(answered);
    assertThat(second.text()).contains("35");
    assertThat(buttons(second)).contains("Passage [1]");
  }

  @Test
  void anEditThatAsksNothingElseIsNone() {
    ObjectNode update = told(olena, ASKED);
    bot.deliver(update);
    sent(olena, 1);
    bot.deliver(edited(update, ASKED));
    bot.deliver(edited(told(olena, "never asked"), "What are the five priorities?"));
    askAgainAndExpect(2);
    assertThat(telegram.written(olena)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "/start,              Hello! I answer questions",
    "/start from-a-link,  Hello! I answer questions",
    "/help,               Ask me about the Paris talks",
    "/ask,                Write your question after the command",
    "/sources,            <b>The documents I answer from</b>",
    "/language,           Which language shall I speak with you?",
    "/language uk,        Відтепер",
    "/language klingon,   Which language shall I speak with you?",
    "/privacy,            What I keep:",
    "/forget,             I have kept nothing about you",
    "/weather,            I do not know that command.",
  })
  void commandsAreAnswered(String command, String beginning) {
    bot.deliver(told(olena, command));
    assertThat(sent(olena, 1).get(0).text()).startsWith(beginning);
  }

  @Test
  void aCommandForItIsAnsweredInAGroupToo() {
    bot.deliver(told(group, pavlo, "/help" + NAMED));
    assertThat(sent(group, 1).get(0).text()).contains("In a group: mention " + NAMED);
  }

  @Test
  void theGreetingOffersQuestionsAndAPressAsksOne() {
    bot.deliver(told(olena, "/start"));
    Call greeting = sent(olena, 1).get(0);
    assertThat(buttons(greeting)).hasSize(4);
    bot.deliver(pressed(olena, olena, lastMessageId(), data(greeting, 0)));
    assertThat(sent(olena, 2).get(1).text())
        .startsWith("“What do the documents say")
        .contains("[1]");
  }

  @Test
  void theSourcesAreTurnedPageByPage() {
    bot.deliver(told(olena, "/sources"));
    Call first = sent(olena, 1).get(0);
    assertThat(first.text()).contains("1. ", "Parley briefing");
    int id = lastMessageId();
    bot.deliver(pressed(olena, olena, id, data(first, 0)));
    await().atMost(PATIENCE).until(() -> telegram.written(olena).size() == 2);
    Call second = telegram.written(olena).get(1);
    assertThat(second.method()).isEqualTo("editMessageText");
    assertThat(second.body().path("message_id").asInt()).isEqualTo(id);
    assertThat(second.text()).contains("9. ");
  }

  @Test
  void aPassageIsShownWithItsQuoteInBold() {
    bot.deliver(told(olena, ASKED));
    Call answer = sent(olena, 1).get(0);
    int id = lastMessageId();
    bot.deliver(pressed(olena, olena, id, data(answer, 0)));
    Call passage = sent(olena, 2).get(1);
    assertThat(passage.text()).contains("<b>Steve Witkoff and Jared Kushner");
    assertThat(passage.body().at("/reply_parameters/message_id").asInt()).isEqualTo(id);
    assertThat(telegram.calls("answerCallbackQuery")).isNotEmpty();
  }

  @Test
  void aThumbIsThankedForOnTheButton() {
    bot.deliver(told(olena, ASKED));
    Call answer = sent(olena, 1).get(0);
    ObjectNode press =
        pressed(olena, olena, lastMessageId(), data(answer, buttons(answer).indexOf("👍")));
    ((ObjectNode) press.get("callback_query")).put("id", "thumb" + olena);
    bot.deliver(press);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(telegram.calls("answerCallbackQuery"))
                    .filteredOn(
                        call ->
                            call.body().path("callback_query_id").asText().equals("thumb" + olena))
                    .singleElement()
                    .satisfies(call -> assertThat(call.text()).startsWith("Thank you")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "garbage", "p:00000000-0000-0000-0000-000000000000:1", "s:99", "a:x:0"})
  void everyPressIsAnsweredAlsoOfButtonsThatItDoesNotKnow(String button) {
    ObjectNode press = pressed(olena, olena, 17, button);
    String id = "press" + olena;
    ((ObjectNode) press.get("callback_query")).put("id", id);
    bot.deliver(press);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                telegram.calls("answerCallbackQuery").stream()
                    .anyMatch(call -> call.body().path("callback_query_id").asText().equals(id)));
    bot.deliver(told(olena, ASKED));
    await().atMost(PATIENCE).until(() -> telegram.sent(olena).stream().anyMatch(this::isAnswer));
  }

  private boolean isAnswer(Call call) {
    return call.text().contains("Witkoff");
  }

  @Test
  void speaksThePersonsLanguageAndKeepsTheOneThatTheyChoose() throws IOException {
    bot.deliver(speaking(told(olena, "/help"), "de"));
    assertThat(sent(olena, 1).get(0).text()).contains("Gruppe");
    bot.deliver(pressed(olena, olena, 17, "l:fr"));
    await().atMost(PATIENCE).until(() -> telegram.written(olena).size() == 2);
    bot.restart();
    bot.deliver(speaking(told(olena, "/help"), "de"));
    assertThat(sent(olena, 2).get(1).text()).contains("groupe");
    bot.deliver(speaking(told(olena, "/forget"), "de"));
    bot.deliver(speaking(told(olena, "/help"), "de"));
    assertThat(sent(olena, 4).get(3).text()).contains("Gruppe");
  }

  @Test
  void whatIsKeptOnAPersonIsDeletedAndNobodyElses() {
    bot.deliver(told(olena, ASKED));
    bot.deliver(told(pavlo, ASKED));
    Call ofPavlo = sent(pavlo, 1).get(0);
    Call ofOlena = sent(olena, 1).get(0);
    bot.deliver(told(olena, "/forget"));
    assertThat(sent(olena, 2).get(1).text()).contains("Entries deleted: 1.");
    bot.deliver(pressed(olena, olena, 1, data(ofOlena, 0)));
    bot.deliver(pressed(pavlo, pavlo, 1, data(ofPavlo, 0)));
    assertThat(sent(pavlo, 2).get(1).text()).contains("<b>Steve Witkoff");
    askAgainAndExpect(3);
  }

  @Test
  void whatSomebodyTypesIsAnsweredWithFiveToChooseFromAtMost() {
    String id = "typed" + olena;
    bot.deliver(typed(olena, id, ASKED));
    Call results = inline(id);
    assertThat(results.body().path("results")).hasSizeBetween(2, 5);
    assertThat(results.body().at("/results/0/input_message_content/message_text").asText())
        .contains("Witkoff", "<blockquote expandable>");
    assertThat(results.body().path("cache_time").asInt()).isPositive();
    assertThat(results.body().path("is_personal").asBoolean()).isTrue();
    bot.deliver(typed(olena, id + "again", ASKED));
    assertThat(inline(id + "again").body().path("results"))
        .isEqualTo(results.body().path("results"));
  }

  @Test
  void beforeAnythingIsTypedItSaysWhatToDo() {
    String id = "typed" + olena;
    bot.deliver(typed(olena, id, ""));
    assertThat(inline(id).body().at("/results/0/title").asText()).startsWith("Ask about");
  }

  private static Call inline(String id) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                telegram.calls("answerInlineQuery").stream()
                    .filter(call -> call.body().path("inline_query_id").asText().equals(id))
                    .findFirst()
                    .orElse(null),
            call -> call != null);
  }

  @ParameterizedTest
  @CsvSource({
    "photo,    I cannot look at pictures",
    "sticker,  Nice sticker!",
    "voice,    I cannot listen to voice messages",
    "video,    I cannot watch videos",
    "document, I do not open files",
    "location, I cannot do anything with places",
  })
  void whatIsNoTextIsMetKindlyOnce(String kind, String beginning) {
    bot.deliver(withoutText(olena, kind));
    bot.deliver(withoutText(olena, kind));
    assertThat(sent(olena, 1).get(0).text()).startsWith(beginning);
    askAgainAndExpect(2);
  }

  @Test
  void aPictureInAGroupIsNobodysQuestionUnlessItsCaptionIs() {
    bot.deliver(withoutText(group, "photo"));
    ObjectNode captioned = withoutText(group, "photo");
    message(captioned).put("caption", NAMED + " " + ASKED);
    bot.deliver(captioned);
    assertThat(sent(group, 1))
        .singleElement()
        .satisfies(call -> assertThat(isAnswer(call)).isTrue());
  }

  @Test
  void aMentionWithNothingElseIsMetWithAnExample() {
    bot.deliver(told(group, pavlo, NAMED));
    assertThat(sent(group, 1).get(0).text()).startsWith("Yes? Ask me something about the talks");
  }

  @Test
  void thatItWasAddedOrBlockedOrThatSomebodyJoinedIsNoReasonToSpeak() {
    ObjectNode added = bot.telegram.number(wordless(group, pavlo));
    added.set("my_chat_member", membership(group));
    added.remove("message");
    ObjectNode joined = wordless(group, pavlo);
    message(joined)
        .putArray("new_chat_members")
        .addObject()
        .put("id", MadeUpTelegram.BOT)
        .put("is_bot", true)
        .put("first_name", "Parley");
    bot.deliver(added);
    bot.deliver(joined);
    bot.deliver(told(group, pavlo, "/ask " + ASKED));
    assertThat(sent(group, 1))
        .singleElement()
        .satisfies(call -> assertThat(isAnswer(call)).isTrue());
  }

  private static JsonNode membership(long group) {
    return MadeUpTelegram.json(
        """
        {"chat":{"id":%d,"title":"Talks","type":"supergroup"},
         "from":{"id":7,"is_bot":false,"first_name":"Olena"},"date":1767690000,
         "old_chat_member":{"user":{"id":110201543,"is_bot":true,"first_name":"P"},"status":"left"},
         "new_chat_member":{"user":{"id":110201543,"is_bot":true,"first_name":"P"},"status":"member"}}"""
            .formatted(group));
  }

  @Test
  void listsItsCommandsByScopeAndLanguage() {
    await().atMost(PATIENCE).until(() -> telegram.calls("setMyCommands").size() >= 12);
    assertThat(telegram.calls("setMyCommands").subList(0, 12))
        .extracting(
            call ->
                call.body().at("/scope/type").asText()
                    + " "
                    + call.body().path("language_code").asText(""))
        .contains("all_private_chats ", "all_group_chats ", "all_private_chats uk")
        .doesNotHaveDuplicates();
  }

  private static ObjectNode withoutText(long chat, String kind) {
    ObjectNode update = wordless(chat, chat < 0 ? newPerson() : chat);
    String file =
        "{\"file_id\":\"A\",\"file_unique_id\":\"B\",\"width\":9,\"height\":9,\"duration\":3";
    message(update)
        .set(
            kind,
            MadeUpTelegram.json(
                switch (kind) {
                  case "photo" -> "[" + file + "}]";
                  case "sticker" ->
                      file + ",\"type\":\"regular\",\"is_animated\":false,\"is_video\":false}";
                  case "location" -> "{\"latitude\":48.8566,\"longitude\":2.3522}";
                  default -> file + "}";
                }));
    return update;
  }

  private void askAgainAndExpect(int answers) {
    bot.deliver(told(olena, "How many participants will come to Paris?"));
    assertThat(sent(olena, answers)).hasSize(answers);
    assertThat(telegram.sent(olena).get(answers - 1).text()).contains("35");
  }

  private static List<Call> sent(long chat, int count) {
    await().atMost(PATIENCE).until(() -> telegram.sent(chat).size() >= count);
    return telegram.sent(chat);
  }

  private static int lastMessageId() {
    return telegram.lastMessage();
  }

  private static List<String> buttons(Call message) {
    return message.body().at("/reply_markup/inline_keyboard").findValuesAsText("text");
  }

  private static String data(Call message, int button) {
    return StreamSupport.stream(
            message.body().at("/reply_markup/inline_keyboard").spliterator(), false)
        .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
        .skip(button)
        .findFirst()
        .orElseThrow()
        .path("callback_data")
        .asText();
  }
}
