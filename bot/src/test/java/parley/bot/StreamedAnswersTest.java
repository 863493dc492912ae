package parley.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static parley.bot.SlackEvents.mention;
import static parley.bot.SlackEvents.newTs;
import static parley.bot.TelegramUpdates.newGroup;
import static parley.bot.TelegramUpdates.newPerson;
import static parley.bot.TelegramUpdates.told;
import static parley.bot.TelegramUpdates.typed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.bot.MadeUpTelegram.Call;
import parley.bot.TelegramBotServer.Way;
import parley.bot.chat.ChatSettings;

/** What people see while a language model writes, against the whole bot. */
class StreamedAnswersTest {

  private static final String ASKED = "Who was at first to have led the US delegation?";

  private static final String FIRST =
      "Secretary of State Marco Rubio was at first to have led the US delegation to Paris. [1]";

  private static final String SECOND =
      "Steve Witkoff and Jared Kushner will represent the United States. [2]";

  @TempDir static Path data;
  private static MadeUpSlack slack;
  private static MadeUpTelegram telegram;
  private static PacedModel model;
  private static SlackBotServer slackBot;
  private static TelegramBotServer telegramBot;

  @BeforeAll
  static void start() throws IOException {
    slack = new MadeUpSlack();
    telegram = new MadeUpTelegram();
    // numbers that are wrong: the check cites the passages that say it
    model =
        new PacedModel(
            "Secretary of State Marco Rubio was at first to have led the US delegation to Paris"
                + " [1]. Steve Witkoff",
            " and Jared Kushner will represent the United States [1]. Elvis will sing [1].");
    slackBot = SlackBotServer.start(slack, data.resolve("slack"), ChatSettings.DEFAULT, model);
    telegramBot = TelegramBotServer.start(telegram, data.resolve("telegram"), Way.WEBHOOK, model);
  }

  @AfterAll
  static void stop() {
    slackBot.close();
    telegramBot.close();
    slack.close();
    telegram.close();
  }

  @Test
  void inSlackTheMessageWithWhatStandsIsReplacedByTheAnswer() {
    String ts = newTs();
    slackBot.events.send(mention("C7", "U1", "<@" + MadeUpSlack.BOT + "> " + ASKED, ts));

    await().until(() -> !slack.posted("C7").isEmpty());
    Map<String, String> part = slack.posted("C7").get(0);
    assertThat(part).containsEntry("text", FIRST + " …").containsEntry("thread_ts", ts);
    assertThat(part.get("blocks")).doesNotContain("\"actions\"");

    model.goOn();
    await().until(() -> !slack.calls("chat.update").isEmpty());
    Map<String, String> whole = slack.calls("chat.update").get(0);
    assertThat(whole)
        .containsEntry("channel", "C7")
        .containsEntry("ts", MadeUpSlack.POSTED)
        .hasEntrySatisfying("text", text -> assertThat(text).startsWith(FIRST + " " + SECOND))
        .hasEntrySatisfying("blocks", blocks -> assertThat(blocks).contains("\"actions\""))
        .hasEntrySatisfying("text", text -> assertThat(text).doesNotContain("Elvis"));
    assertThat(slack.posted("C7")).hasSize(1);
  }

  @Test
  void aPersonOnTelegramSeesADraftBeforeTheAnswer() {
    long olena = newPerson();
    telegramBot.deliver(told(olena, ASKED));

    await().until(() -> !calls("sendMessageDraft", olena).isEmpty());
    Call draft = calls("sendMessageDraft", olena).get(0);
    assertThat(draft.text()).isEqualTo(FIRST + " …");
    assertThat(draft.body().path("draft_id").asInt()).isNotZero();
    assertThat(telegram.sent(olena)).isEmpty();

    model.goOn();
    await().until(() -> !telegram.sent(olena).isEmpty());
    assertThat(telegram.sent(olena)).hasSize(1);
    assertThat(telegram.sent(olena).get(0).text()).startsWith(FIRST + " " + SECOND);
  }

  @Test
  void aGroupOnTelegramSeesAMessageThatBecomesTheAnswer() {
    long group = newGroup();
    telegramBot.deliver(told(group, newPerson(), "/ask " + ASKED));

    await().until(() -> !telegram.sent(group).isEmpty());
    assertThat(telegram.sent(group).get(0).text()).isEqualTo(FIRST + " …");

    model.goOn();
    await().until(() -> !calls("editMessageText", group).isEmpty());
    Call whole = calls("editMessageText", group).get(0);
    assertThat(whole.text()).startsWith(FIRST + " " + SECOND);
    assertThat(whole.body().has("reply_markup")).isTrue();
    assertThat(telegram.sent(group)).hasSize(1);
  }

  @Test
  void whatIsStillBeingTypedIsNotAskedOfTheModel() {
    int before = model.asked();
    telegramBot.deliver(typed(newPerson(), "q1", ASKED));

    await().until(() -> !telegram.calls("answerInlineQuery").isEmpty());
    assertThat(telegram.calls("answerInlineQuery").get(0).body().toString()).contains("Rubio");
    assertThat(model.asked()).isEqualTo(before);
  }

  private static List<Call> calls(String method, long chat) {
    return telegram.calls(method).stream().filter(call -> call.chat() == chat).toList();
  }
}
