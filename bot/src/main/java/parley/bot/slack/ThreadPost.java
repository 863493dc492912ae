package parley.bot.slack;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One message on its way into a thread or a channel. Slack has no key against doing a thing twice,
 * and after a timeout or a 500 the message may be there: then thread or channel are read before the
 * next try, and the message recognised by the id in its metadata, or by the name of its first
 * block. If it says something else, it is a part of the answer and is replaced. Where they cannot
 * be read there is no next try: no reply is better than two. Not thread-safe.
 *
 * @see <a href="https://docs.slack.dev/messaging/message-metadata">Message metadata</a>
 */
final class ThreadPost {

  private static final Logger log = LoggerFactory.getLogger(ThreadPost.class);

  private static final String METHOD = "chat.postMessage";
  private static final String EVENT_TYPE = "parley_message";
  private static final String ID = "id";

  /** Messages of a channel in one call; and calls, after which it is too busy to be looked over. */
  private static final int PAGE = 200;

  private static final int MOST_PAGES = 10;

  private final SlackApi api;
  private final String channel;
  private final @Nullable String thread;
  private final SlackMessage message;
  private final String since;
  private boolean perhapsThere;

  /**
   * A post.
   *
   * @param thread null for none
   * @param since the timestamp of a message in the thread which this one can only come after; the
   *     bot's own clock would not do, which may have been wrong
   * @param perhapsThere whether an earlier process may have posted it, or a part of it
   */
  ThreadPost(
      SlackApi api,
      String channel,
      @Nullable String thread,
      String since,
      SlackMessage message,
      boolean perhapsThere) {
    this.api = api;
    this.channel = channel;
    this.thread = thread;
    this.message = message;
    this.since = since;
    this.perhapsThere = perhapsThere;
  }

  /**
   * Posts it, unless an earlier attempt turns out to have done so.
   *
   * @return the message's own timestamp
   */
  String attempt() {
    Optional<Message> there = perhapsThere ? there() : Optional.empty();
    if (there.isPresent()) {
      log.info("an earlier try to post to {} had come through", channel);
      complete(there.get());
      return there.get().getTs();
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

  private void complete(Message posted) {
    if (!message.text().equals(posted.getText())) {
      api.replaceOnce(channel, posted.getTs(), message);
    }
  }

  private Optional<Message> there() {
    try {
      return thread == null ? inChannel() : first(repliesTo(thread).getMessages());
    } catch (SlackFault e) {
      throw e.isPassing() ? e : SlackFault.perhapsDone(METHOD, e);
    }
  }

  private ConversationsRepliesResponse repliesTo(String asked) {
    return api.ask(
        "conversations.replies",
        m ->
            m.conversationsReplies(
                r -> r.channel(channel).ts(asked).oldest(since).includeAllMetadata(true)));
  }

  private Optional<Message> inChannel() {
    String next = null;
    for (int page = 0; page < MOST_PAGES; page++) {
      ConversationsHistoryResponse history = history(next);
      Optional<Message> found = first(history.getMessages());
      if (found.isPresent() || !history.isHasMore()) {
        return found;
      }
      next = history.getResponseMetadata().getNextCursor();
    }
    throw SlackFault.perhapsDone(METHOD, null);
  }

  private ConversationsHistoryResponse history(@Nullable String cursor) {
    return api.ask(
        "conversations.history",
        m ->
            m.conversationsHistory(
                r ->
                    r.channel(channel)
                        .oldest(since)
                        .includeAllMetadata(true)
                        .limit(PAGE)
                        .cursor(cursor)));
  }

  private Optional<Message> first(@Nullable List<Message> messages) {
    return Stream.ofNullable(messages)
        .flatMap(List::stream)
        .filter(posted -> isNamed(posted) || hasBlock(posted))
        .findFirst();
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
