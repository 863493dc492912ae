package parley.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * What came of trying Telegram out.
 *
 * @param bot the bot's name and how it is reached
 * @param complaint why Telegram could not deliver updates, and when; empty if it could
 */
public record TelegramTrial(String bot, Optional<String> complaint) {

  static TelegramTrial of(BotIdentity self, TelegramSettings settings, JsonNode webhook) {
    return new TelegramTrial("@" + self.name() + ", " + settings, complaint(settings, webhook));
  }

  private static Optional<String> complaint(TelegramSettings settings, JsonNode webhook) {
    URI wanted = settings.webhookUrl();
    if (wanted == null || webhook.path("last_error_message").isMissingNode()) {
      return Optional.empty();
    }
    return Optional.of(
        "telegram could not reach %s at %s (%s): see TELEGRAM_WEBHOOK_URL and what stands in front of it"
            .formatted(
                webhook.path("url").asText(),
                Instant.ofEpochSecond(webhook.path("last_error_date").asLong()),
                webhook.path("last_error_message").asText()));
  }
}
