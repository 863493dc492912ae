package parley.knowledge;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Some of the documents, by names that hold for documents still to come as well.
 *
 * <p>A name is a document's id, that of the table that it is an article of, the subfolder that it
 * lies in, at any depth, or one of its tags, in whatever capitals. Where a name is several of
 * these, it stands for all of them.
 *
 * @param names empty for all documents
 */
public record DocumentSelection(Set<String> names) {

  public DocumentSelection {
    names = Set.copyOf(names.stream().map(DocumentSelection::plain).collect(Collectors.toSet()));
  }

  /** The documents that these name. */
  public static DocumentSelection of(Collection<String> names) {
    return new DocumentSelection(Set.copyOf(names));
  }

  /** Whether a document is among them. */
  public boolean holds(Source source) {
    return names.isEmpty() || names.stream().anyMatch(name -> fits(name, source));
  }

  /**
   * The ids of those of some documents that are among them; where there is none, the names
   * themselves, which no document then has: an empty set would mean all documents.
   */
  Set<String> ids(List<Source> sources) {
    Set<String> ids =
        sources.stream().filter(this::holds).map(Source::id).collect(Collectors.toSet());
    return names.isEmpty() || ids.isEmpty() ? names : ids;
  }

  private static boolean fits(String name, Source source) {
    return isOrBelow(name, source.id())
        || isOrBelow(name, source.subfolder())
        || source.tags().stream().anyMatch(tag -> folded(tag).equals(folded(name)));
  }

  private static boolean isOrBelow(String name, String path) {
    return !name.isEmpty() && (path.equals(name) || path.startsWith(name + "/"));
  }

  private static String folded(String tag) {
    return tag.toLowerCase(Locale.ROOT);
  }

  private static String plain(String name) {
    return name.strip().replaceAll("/+$", "");
  }
}
