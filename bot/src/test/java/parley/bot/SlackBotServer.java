package parley.bot;

import dev.langchain4j.model.chat.StreamingChatModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.bot.chat.ChatSettings;
import parley.bot.slack.SlackSettings;
import parley.bot.web.WebSettings;
import parley.knowledge.KnowledgeBase;

/** The whole bot, as it is started for Slack over HTTP. */
final class SlackBotServer implements AutoCloseable {

  static final String TOKEN = "xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOcBrzbqgy";
  static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  static final String HELP_CHANNEL = "C0HELPDESK";

  final MadeUpSlack slack;
  private final Path data;
  private final ChatSettings chat;
  private final @Nullable StreamingChatModel model;
  private BotServer server;
  SlackEvents events;

  private SlackBotServer(
      MadeUpSlack slack, Path data, ChatSettings chat, @Nullable StreamingChatModel model)
      throws IOException {
    this.slack = slack;
    this.data = data;
    this.chat = chat;
    this.model = model;
    restart();
  }

  static SlackBotServer start(MadeUpSlack slack, Path data, ChatSettings chat) throws IOException {
    return start(slack, data, chat, null);
  }

  /** Starts it with a language model that writes the answers, if one is given. */
  static SlackBotServer start(
      MadeUpSlack slack, Path data, ChatSettings chat, @Nullable StreamingChatModel model)
      throws IOException {
    return new SlackBotServer(slack, data, chat, model);
  }

  /** Stops the bot, and starts another on the same data. */
  void restart() throws IOException {
    if (server != null) {
      server.close();
    }
    SlackSettings settings =
        SlackSettings.of(
                Map.of(
                    "SLACK_BOT_TOKEN", TOKEN,
                    "SLACK_SIGNING_SECRET", SECRET,
                    "SLACK_API_URL", slack.url(),
                    "SLACK_HELP_CHANNEL", HELP_CHANNEL))
            .orElseThrow();
    server =
        BotServer.start(
            KnowledgeBase.builder().data(data).chatModel(model).open(),
            new ServerSettings(
                data,
                Optional.empty(),
                "127.0.0.1",
                0,
                chat,
                WebSettings.DEFAULT,
                java.util.Optional.of(settings),
                java.util.Optional.empty()));
    events = new SlackEvents(server.port(), SECRET);
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
  }
}
