package parley.bot.telegram;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import parley.bot.chat.Reply;

/**
 * Shows what stands of an answer: to a person as a draft, which Telegram has for that; to a group,
 * where there are no drafts, as a message that the answer takes the place of. Not thread-safe.
 */
final class Preview {

  /** A group takes few messages a minute, and edits count. */
  private static final int MOST_IN_GROUP = 3;

  private final Replies replies;
  private final Spot spot;
  private final @Nullable Integer replyTo;

  /** Any but 0; a person sees the next draft with the same number in place of the last. */
  private final int draft = UUID.randomUUID().hashCode() | 1;

  private int message = Messenger.UNKNOWN;
  private int shown;

  /**
   * Shows nothing yet.
   *
   * @param replyTo the message that the answer refers to, if it does
   */
  Preview(Replies replies, Spot spot, @Nullable Integer replyTo) {
    this.replies = replies;
    this.spot = spot;
    this.replyTo = replyTo;
  }

  CompletionStage<Void> show(TelegramMessage part) {
    if (!spot.isGroup()) {
      replies.showDraft(spot, draft, part);
      return Reply.DONE;
    }
    return shown++ < MOST_IN_GROUP ? showGroup(part) : Reply.DONE;
  }

  private CompletionStage<Void> showGroup(TelegramMessage part) {
    if (message != Messenger.UNKNOWN) {
      return replies.messenger().edit(spot.chat(), message, part).thenApply(edited -> null);
    }
    return shown == 1
        ? replies.messenger().send(spot, part, replyTo).thenAccept(id -> message = id)
        : Reply.DONE;
  }

  /** Goes on in a message that an earlier process has shown a part in. */
  void goOnIn(int part) {
    message = part;
    shown = 1;
  }

  /** The message that the answer is to take the place of, if there is one. */
  List<Integer> messages() {
    return message == Messenger.UNKNOWN ? List.of() : List.of(message);
  }
}
