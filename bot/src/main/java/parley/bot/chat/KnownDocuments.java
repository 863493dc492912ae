package parley.bot.chat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import parley.knowledge.Source;

/** Sees to it that the documents named in the settings exist. */
final class KnownDocuments {

  private KnownDocuments() {}

  /**
   * Checks every channel's documents.
   *
   * @throws ConfigurationException if one is not served
   */
  static void check(ChatSettings settings, List<Source> sources) {
    Set<String> served = sources.stream().map(Source::id).collect(Collectors.toSet());
    settings
        .channels()
        .forEach((channel, place) -> place.documents().forEach(id -> check(channel, id, served)));
  }

  private static void check(String channel, String id, Set<String> served) {
    if (!served.contains(id)) {
      throw new ConfigurationException(
          "channels."
              + channel
              + ".documents names '"
              + id
              + "', which is not among the documents served: "
              + served.stream().sorted().limit(20).collect(Collectors.joining(", ")));
    }
  }
}
