package parley.bot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.model.chat.StreamingChatModel;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.bot.chat.ChatSettings;
import parley.bot.telegram.TelegramSettings;
import parley.bot.web.WebSettings;
import parley.knowledge.KnowledgeBase;

/** The whole bot, as it is started for Telegram. */
final class TelegramBotServer implements AutoCloseable {

  /** How updates come. */
  enum Way {
    POLLING,
    WEBHOOK
  }

  static final String SECRET = "s3cret-Of_the-webhook";

  final MadeUpTelegram telegram;
  private final Path data;
  private final ChatSettings chat;
  private final JsonNode section;
  private final Way way;
  private final List<Path> documents;
  private final @Nullable StreamingChatModel model;
  private final WebSettings web;
  private final HttpClient client = HttpClient.newHttpClient();
  private BotServer server;

  private TelegramBotServer(
      MadeUpTelegram telegram,
      Path data,
      ChatSettings chat,
      JsonNode section,
      Way way,
      List<Path> documents,
      @Nullable StreamingChatModel model,
      WebSettings web)
      throws IOException {
    this.telegram = telegram;
    this.data = data;
    this.chat = chat;
    this.section = section;
    this.way = way;
    this.documents = documents;
    this.model = model;
    this.web = web;
    restart();
  }

  static TelegramBotServer start(MadeUpTelegram telegram, Path data, Way way) throws IOException {
    return start(telegram, data, way, MissingNode.getInstance(), List.of());
  }

  /**
   * Starts it.
   *
   * @param section what the settings file has for Telegram
   * @param documents those to answer from; empty for the briefing
   */
  static TelegramBotServer start(
      MadeUpTelegram telegram, Path data, Way way, JsonNode section, List<Path> documents)
      throws IOException {
    return new TelegramBotServer(
        telegram, data, ChatSettings.DEFAULT, section, way, documents, null, WebSettings.DEFAULT);
  }

  /** Starts it with a language model that writes the answers. */
  static TelegramBotServer start(
      MadeUpTelegram telegram, Path data, Way way, StreamingChatModel model) throws IOException {
    return new TelegramBotServer(
        telegram,
        data,
        ChatSettings.DEFAULT,
        MissingNode.getInstance(),
        way,
        List.of(),
        model,
        WebSettings.DEFAULT);
  }

  /** Starts it with a page that people reach under an address. */
  static TelegramBotServer startWithPage(MadeUpTelegram telegram, Path data, String publicUrl)
      throws IOException {
    return new TelegramBotServer(
        telegram,
        data,
        ChatSettings.DEFAULT,
        MissingNode.getInstance(),
        Way.WEBHOOK,
        List.of(),
        null,
        WebSettings.of(Map.of("PARLEY_PUBLIC_URL", publicUrl), MissingNode.getInstance()));
  }

  /** Stops the bot, and starts another on the same data. */
  void restart() throws IOException {
    if (server != null) {
      server.close();
    }
    server =
        BotServer.start(
            KnowledgeBase.builder().documents(documents).data(data).chatModel(model).open(),
            new ServerSettings(
                data, Optional.empty(), "127.0.0.1", 0, chat, web, Optional.empty(), settings()));
  }

  private Optional<TelegramSettings> settings() {
    Map<String, String> environment = new HashMap<>();
    environment.put("TELEGRAM_BOT_TOKEN", MadeUpTelegram.TOKEN);
    environment.put("TELEGRAM_API_URL", telegram.url());
    if (way == Way.WEBHOOK) {
      environment.put("TELEGRAM_WEBHOOK_URL", "https://bot.example.org");
      environment.put("TELEGRAM_WEBHOOK_SECRET", SECRET);
    }
    return TelegramSettings.of(environment, section);
  }

  /** Delivers an update as Telegram would: to the webhook, or to the next poll. */
  void deliver(ObjectNode update) {
    telegram.number(update);
    if (way == Way.POLLING) {
      telegram.offer(update);
    } else if (post(update.toString(), SECRET) != 200) {
      throw new IllegalStateException("the webhook did not take the update");
    }
  }

  /** Posts to the webhook. */
  int post(String body, @Nullable String secret) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.port() + "/telegram/webhook"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    if (secret != null) {
      request.header("X-Telegram-Bot-Api-Secret-Token", secret);
    }
    try {
      return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
