package parley.bot.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which messages asked what, and which answered them: for an hour, and in memory alone. By it an
 * edited question finds its answer, and a reply to an answer its conversation. Thread-safe.
 */
final class AskedMessages {

  private static final Duration MEMORY = Duration.ofHours(1);
  private static final int MOST = 20_000;

  /** A message in a chat. */
  private record Key(long chat, int message) {}

  /** What a message asked. */
  private record Asked(String person, String question) {}

  /** A message of the bot's, and whom it was for. */
  private record Answer(String person, String conversation) {}

  private final Cache<Key, Asked> asked = cache();
  private final Cache<Key, List<Integer>> answers = cache();
  private final Cache<Key, Answer> conversations = cache();

  private static <V> Cache<Key, V> cache() {
    return Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(MEMORY).build();
  }

  /** Remembers what a message asks. */
  void asked(long chat, int message, String person, String question) {
    asked.put(new Key(chat, message), new Asked(person, question));
  }

  /** What a message asked, if it did within the hour. */
  Optional<String> question(long chat, int message) {
    return Optional.ofNullable(asked.getIfPresent(new Key(chat, message))).map(Asked::question);
  }

  /** Remembers the messages that answer one, in place of those before. */
  void answered(long chat, int message, List<Integer> ids, String person, String conversation) {
    answers.put(new Key(chat, message), List.copyOf(ids));
    ids.forEach(id -> conversations.put(new Key(chat, id), new Answer(person, conversation)));
  }

  /** The messages that answer one, in their order. */
  List<Integer> answers(long chat, int message) {
    List<Integer> ids = answers.getIfPresent(new Key(chat, message));
    return ids == null ? List.of() : ids;
  }

  /** The conversation that a message of the bot's belongs to. */
  Optional<String> conversation(long chat, int message) {
    return Optional.ofNullable(conversations.getIfPresent(new Key(chat, message)))
        .map(Answer::conversation);
  }

  /** Forgets what a person asked. */
  void forget(String person) {
    asked.asMap().values().removeIf(entry -> entry.person().equals(person));
    conversations.asMap().values().removeIf(entry -> entry.person().equals(person));
  }
}
