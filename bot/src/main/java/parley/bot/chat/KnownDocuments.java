package parley.bot.chat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.knowledge.DocumentSelection;
import parley.knowledge.Source;

/**
 * Tells of names of documents in the settings that no document answers to. That is no error: while
 * it serves, a document with that tag may come, or the last one go.
 */
final class KnownDocuments {

  private static final Logger log = LoggerFactory.getLogger(KnownDocuments.class);

  private static final int MOST_TOLD = 20;

  private KnownDocuments() {}

  /** Warns of each name in a channel's documents that fits none of these. */
  static void check(ChatSettings settings, List<Source> sources) {
    Map<String, PlaceSettings> channels = new TreeMap<>(settings.channels());
    channels.forEach(
        (channel, place) ->
            place.documents().stream()
                .filter(name -> fitsNone(name, sources))
                .forEach(name -> warn(channel, name, sources)));
  }

  private static boolean fitsNone(String name, List<Source> sources) {
    return sources.stream().noneMatch(DocumentSelection.of(List.of(name))::holds);
  }

  private static void warn(String channel, String name, List<Source> sources) {
    log.warn(
        "channels.{}.documents names '{}', which is no document, subfolder or tag now; documents:"
            + " {}; subfolders: {}; tags: {}",
        channel,
        name,
        told(sources.stream().map(Source::id).toList()),
        told(sources.stream().map(Source::subfolder).filter(path -> !path.isEmpty()).toList()),
        told(sources.stream().flatMap(source -> source.tags().stream()).toList()));
  }

  private static String told(Collection<String> names) {
    TreeSet<String> sorted = new TreeSet<>(names);
    String first = sorted.stream().limit(MOST_TOLD).collect(Collectors.joining(", "));
    return sorted.isEmpty() ? "none" : sorted.size() > MOST_TOLD ? first + ", …" : first;
  }
}
