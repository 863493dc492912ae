package parley.bot.slack;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One message on its way into a thread. Slack has no key against doing a thing twice, and after a
 * timeout or a 500 the message may be there: then the thread is read before the next try, and the
 * message recognised by the id in its metadata, or by the name of its first block. Where the thread
 * cannot be read there is no next try: no reply is better than two. Not thread-safe.
 *
 * @see <a href="https://docs.slack.dev/messaging/message-metadata">Message metadata</a>
 */
final class ThreadPost {

  private static final Logger log = LoggerFactory.getLogger(ThreadPost.class);

  private static final String METHOD = "chat.postMessage";
  private static final String EVENT_TYPE = "parley_message";
  private static final String ID = "id";

  /** Clocks differ. */
  private static final Duration EARLIER = Duration.ofMinutes(2);

  private final SlackApi api;
  private final String channel;
  private final String thread;
  private final SlackMessage message;
  private final String oldest;
  private boolean perhapsThere;

  /**
   * A post.
   *
   * @param perhapsSent when an earlier process may have posted it
   */
  ThreadPost(
      SlackApi api,
      String channel,
      String thread,
      SlackMessage message,
      Optional<Instant> perhapsSent) {
    this.api = api;
    this.channel = channel;
    this.thread = thread;
    this.message = message;
    this.perhapsThere = perhapsSent.isPresent();
    this.oldest = perhapsSent.orElseGet(Instant::now).minus(EARLIER).getEpochSecond() + ".000000";
  }

  /**
   * Posts it, unless an earlier attempt turns out to have done so.
   *
   * @return the message's own timestamp
   */
  String attempt() {
    Optional<String> there = perhapsThere ? there() : Optional.empty();
    if (there.isPresent()) {
      log.info("an earlier try to post to {} had come through", channel);
      return there.get();
    }
    api.awaitTurn(channel);
    try {
      return post().getTs();
    } catch (SlackFault e) {
      perhapsThere |= e.isUnsure();
      throw e;
    }
  }

  private ChatPostMessageResponse post() {
    return api.ask(
        METHOD,
        m ->
            m.chatPostMessage(
                r ->
                    r.channel(channel)
                        .threadTs(thread)
                        .text(message.text())
                        .blocks(message.blocks())
                        .metadata(new Message.Metadata(EVENT_TYPE, Map.of(ID, message.id())))
                        .unfurlLinks(false)
                        .unfurlMedia(false)));
  }

  private Optional<String> there() {
    return Stream.ofNullable(replies().getMessages())
        .flatMap(List::stream)
        .filter(posted -> isNamed(posted) || hasBlock(posted))
        .map(Message::getTs)
        .findFirst();
  }

  private ConversationsRepliesResponse replies() {
    try {
      return api.ask(
          "conversations.replies",
          m ->
              m.conversationsReplies(
                  r -> r.channel(channel).ts(thread).oldest(oldest).includeAllMetadata(true)));
    } catch (SlackFault e) {
      throw e.isPassing() ? e : SlackFault.perhapsDone(METHOD, e);
    }
  }

  private boolean isNamed(Message posted) {
    return Optional.ofNullable(posted.getMetadata())
        .filter(metadata -> EVENT_TYPE.equals(metadata.getEventType()))
        .map(Message.Metadata::getEventPayload)
        .filter(payload -> message.id().equals(payload.get(ID)))
        .isPresent();
  }

  private boolean hasBlock(Message posted) {
    return posted.getBlocks() != null
        && posted.getBlocks().stream().anyMatch(block -> message.id().equals(block.getBlockId()));
  }
}
