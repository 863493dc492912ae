package parley.knowledge.language;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.store.embedding.CosineSimilarity;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.knowledge.resource.Resources;

/**
 * Finds out which languages an embedding model knows, by a few sentences and their translations: in
 * a language it knows, each sentence is nearer to its own translation than to the others. Asks the
 * model once, when it is first asked itself. Thread-safe.
 */
public final class MultilingualProbe implements Supplier<Set<Language>> {

  private static final Logger log = LoggerFactory.getLogger(MultilingualProbe.class);

  private final EmbeddingModel model;
  private @Nullable Set<Language> known;

  public MultilingualProbe(EmbeddingModel model) {
    this.model = model;
  }

  /** The languages besides English that the model maps to the same meanings as English. */
  @Override
  public synchronized Set<Language> get() {
    Set<Language> found = known;
    if (found == null) {
      found = probe();
      known = found;
      log.info(
          "the embedding model knows besides English: {}",
          found.stream().map(Language::code).collect(Collectors.joining(", ", "[", "]")));
    }
    return found;
  }

  private Set<Language> probe() {
    List<Embedding> english = embedded(Language.ENGLISH);
    return Arrays.stream(Language.values())
        .filter(language -> language != Language.ENGLISH)
        .filter(language -> areNearest(embedded(language), english))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Language.class)));
  }

  private List<Embedding> embedded(Language language) {
    return Resources.lines(MultilingualProbe.class, "probe_" + language.code() + ".txt").stream()
        .map(sentence -> model.embed(sentence).content())
        .toList();
  }

  private static boolean areNearest(List<Embedding> foreign, List<Embedding> english) {
    for (int i = 0; i < foreign.size(); i++) {
      double own = CosineSimilarity.between(foreign.get(i), english.get(i));
      for (int j = 0; j < english.size(); j++) {
        if (j != i && CosineSimilarity.between(foreign.get(i), english.get(j)) >= own) {
          return false;
        }
      }
    }
    return true;
  }
}
