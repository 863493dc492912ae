package parley.knowledge.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import parley.knowledge.Passage;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;
import parley.knowledge.index.PassageIndex;

/**
 * The documents whole, where they are few and short. Their text and key stay the same from question
 * to question, so that a provider can keep what it has read of them. Thread-safe.
 */
final class WholeSet {

  private record Keyed(List<Passage> passages, String key) {}

  private final PassageIndex index;
  private final int mostTokens;
  private final AtomicReference<Keyed> last = new AtomicReference<>(new Keyed(List.of(), ""));

  /**
   * @param mostTokens documents with more are not given whole; 0 for none
   */
  WholeSet(PassageIndex index, int mostTokens) {
    this.index = index;
    this.mostTokens = mostTokens;
  }

  /**
   * All paragraphs, those of the newest document first.
   *
   * @param documents ids of the documents; empty for all
   * @return empty if they have too many tokens
   */
  Optional<List<Passage>> passages(Set<String> documents) {
    List<Passage> passages = new ArrayList<>();
    int tokens = 0;
    for (Source source : index.sources(documents)) {
      for (Passage passage : passages(source)) {
        tokens += Tokens.in(passage.text());
        passages.add(passage);
      }
      if (tokens > mostTokens) {
        return Optional.empty();
      }
    }
    passages.sort(NewestFirst.ORDER);
    return passages.isEmpty() ? Optional.empty() : Optional.of(passages);
  }

  /** The passages as the model sees them: the same text for the same passages. */
  String text(List<Passage> passages) {
    Keyed keyed = last.updateAndGet(k -> k.passages().equals(passages) ? k : fresh(passages));
    return new PassageInjector(keyed.key()).text(passages);
  }

  private static Keyed fresh(List<Passage> passages) {
    return new Keyed(List.copyOf(passages), Keys.random());
  }

  private List<Passage> passages(Source source) {
    return index.document(source.id()).map(SourceDocument::paragraphs).stream()
        .flatMap(List::stream)
        .map(
            paragraph ->
                new Passage(source, paragraph.number(), paragraph.section(), paragraph.text()))
        .toList();
  }
}
