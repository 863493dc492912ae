package parley.bot.telegram;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;

/**
 * Shows in a chat that the bot is at work. Telegram shows it for five seconds, or until a message
 * comes; it is renewed until it is ended, on the one timer of all chats. When there is much to
 * send, it gives way.
 */
final class Typing implements Runnable {

  private static final Duration PERIOD = Duration.ofMillis(4_500);

  /** Whoever was not answered by then, after a quarter of an hour, will not be. */
  private static final int MOST = 200;

  private final TelegramApi api;
  private final Spot spot;
  private volatile boolean over;
  private int left = MOST;

  private Typing(TelegramApi api, Spot spot) {
    this.api = api;
    this.spot = spot;
  }

  /** Begins, and goes on until {@link #end}. */
  static Typing begin(TelegramApi api, Spot spot) {
    Typing typing = new Typing(api, spot);
    typing.run();
    return typing;
  }

  /** Not for callers: shows it once more. */
  @Override
  public void run() {
    if (!over && left > 0) {
      left--;
      api.callInPassing(
          SendChatAction.builder()
              .chatId(spot.chat())
              .messageThreadId(spot.topic())
              .action(ActionType.TYPING.toString())
              .build());
      Future<?> unused = api.timer().schedule(this, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  void end() {
    over = true;
  }
}
