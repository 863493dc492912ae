package parley.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.telegram.telegrambots.longpolling.util.DefaultGetUpdatesGenerator;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;

/** Polls as telegrambots-longpolling does: for 50 seconds, 100 updates at most. */
record PollingCalls(TelegramApi api, DefaultGetUpdatesGenerator polls) implements Polling.Telegram {

  private static final Duration POLL = Duration.ofSeconds(50);

  static final Polling.Times TIMES =
      new Polling.Times(POLL.plusSeconds(35), Duration.ofMillis(500), Duration.ofMillis(500));

  static PollingCalls of(TelegramSettings settings) {
    return new PollingCalls(
        TelegramApi.forPolling(settings, POLL),
        new DefaultGetUpdatesGenerator(UpdateHandler.KINDS));
  }

  @Override
  public CompletionStage<JsonNode> updatesAfter(int update) {
    return api.callOnce(polls.apply(update));
  }

  @Override
  public CompletionStage<JsonNode> deleteWebhook() {
    return api.callOnce(DeleteWebhook.builder().build());
  }
}
