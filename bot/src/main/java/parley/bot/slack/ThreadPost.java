package parley.bot.slack;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.block.LayoutBlock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One message on its way into a thread. Slack has no key against doing a thing twice, and after a
 * timeout or a 500 the message may be there: then the thread is read before the next try, and the
 * message recognised by the name of its first block. Not thread-safe.
 */
final class ThreadPost {

  private static final Logger log = LoggerFactory.getLogger(ThreadPost.class);

  /** Clocks differ. */
  private static final Duration EARLIER = Duration.ofMinutes(2);

  private final SlackApi api;
  private final String channel;
  private final String thread;
  private final SlackMessage message;
  private final String oldest = Instant.now().minus(EARLIER).getEpochSecond() + ".000000";
  private boolean perhapsThere;

  ThreadPost(SlackApi api, String channel, String thread, SlackMessage message) {
    this.api = api;
    this.channel = channel;
    this.thread = thread;
    this.message = message;
  }

  /** Posts it, unless an earlier attempt turns out to have done so. */
  boolean attempt() {
    if (perhapsThere && isThere()) {
      log.info("an earlier try to post to {} had come through", channel);
      return true;
    }
    try {
      return post().isOk();
    } catch (SlackFault e) {
      perhapsThere |= e.isUnsure();
      throw e;
    }
  }

  private ChatPostMessageResponse post() {
    return api.ask(
        "chat.postMessage",
        m ->
            m.chatPostMessage(
                r ->
                    r.channel(channel)
                        .threadTs(thread)
                        .text(message.text())
                        .blocks(message.blocks())
                        .unfurlLinks(false)
                        .unfurlMedia(false)));
  }

  private boolean isThere() {
    try {
      ConversationsRepliesResponse replies =
          api.ask(
              "conversations.replies",
              m -> m.conversationsReplies(r -> r.channel(channel).ts(thread).oldest(oldest)));
      return replies.getMessages() != null
          && replies.getMessages().stream()
              .filter(posted -> posted.getBlocks() != null)
              .flatMap(posted -> posted.getBlocks().stream())
              .anyMatch(this::isOurs);
    } catch (SlackFault e) {
      if (e.isPassing()) {
        throw e;
      }
      log.warn("{}; whether a message came through stays unknown", e.getMessage());
      return false;
    }
  }

  private boolean isOurs(LayoutBlock block) {
    String first = message.blocks().get(0).getBlockId();
    return first != null && first.equals(block.getBlockId());
  }
}
