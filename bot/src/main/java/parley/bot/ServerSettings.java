package parley.bot;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import parley.bot.chat.ChatSettings;
import parley.bot.report.Price;
import parley.bot.slack.SlackSettings;
import parley.bot.telegram.TelegramSettings;
import parley.bot.web.WebSettings;
import parley.knowledge.cluster.ClusterPlace;

/**
 * What a {@link BotServer} is started with.
 *
 * @param data where the ledger is kept, if on no cluster
 * @param cluster the place on a cluster where the ledger is; empty for none
 * @param host the address to listen on
 * @param port the port to listen on; 0 for any that is free
 * @param chat what holds for all chats
 * @param web how the page is reached, and by whom
 * @param slack empty where Slack is off
 * @param telegram empty where Telegram is off
 * @param modelPrice what the language model costs; empty where that is not known
 */
public record ServerSettings(
    Path data,
    Optional<ClusterPlace> cluster,
    String host,
    int port,
    ChatSettings chat,
    WebSettings web,
    Optional<SlackSettings> slack,
    Optional<TelegramSettings> telegram,
    Optional<Price> modelPrice) {

  public ServerSettings {
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(cluster, "cluster");
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(chat, "chat");
    Objects.requireNonNull(web, "web");
    Objects.requireNonNull(slack, "slack");
    Objects.requireNonNull(telegram, "telegram");
    Objects.requireNonNull(modelPrice, "modelPrice");
  }

  /** Without a price of the language model. */
  public ServerSettings(
      Path data,
      Optional<ClusterPlace> cluster,
      String host,
      int port,
      ChatSettings chat,
      WebSettings web,
      Optional<SlackSettings> slack,
      Optional<TelegramSettings> telegram) {
    this(data, cluster, host, port, chat, web, slack, telegram, Optional.empty());
  }
}
