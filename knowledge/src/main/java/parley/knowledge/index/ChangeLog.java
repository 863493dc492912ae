package parley.knowledge.index;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Says in one line which documents have changed. */
final class ChangeLog {

  private static final int MOST_NAMED = 5;

  private final List<String> added = new ArrayList<>();
  private final List<String> changed = new ArrayList<>();
  private final List<String> removed = new ArrayList<>();

  void put(String document, boolean wasKnown) {
    (wasKnown ? changed : added).add(document);
  }

  void removed(String document) {
    removed.add(document);
  }

  boolean isEmpty() {
    return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
  }

  @Override
  public String toString() {
    StringJoiner all = new StringJoiner("; ");
    name("added", added, all);
    name("changed", changed, all);
    name("removed", removed, all);
    return all.toString();
  }

  private static void name(String what, List<String> documents, StringJoiner all) {
    if (documents.isEmpty()) {
      return;
    }
    int named = Math.min(MOST_NAMED, documents.size());
    String more = documents.size() > named ? " and " + (documents.size() - named) + " more" : "";
    all.add(what + " " + String.join(", ", documents.subList(0, named)) + more);
  }
}
