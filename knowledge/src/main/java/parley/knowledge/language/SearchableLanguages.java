package parley.knowledge.language;

import java.util.Set;
import java.util.function.Supplier;
import parley.knowledge.index.PassageIndex;

/**
 * Knows in which languages a question can be searched as it is asked: those of the documents, and
 * those that the embedding model maps to the same meanings. Thread-safe.
 */
public final class SearchableLanguages {

  private final PassageIndex index;
  private final DocumentWords words;
  private final Supplier<Set<Language>> ofModel;

  /**
   * The languages of an index.
   *
   * @param ofModel the languages of the embedding model besides English
   */
  public SearchableLanguages(PassageIndex index, Supplier<Set<Language>> ofModel) {
    this.index = index;
    this.words = new DocumentWords(index);
    this.ofModel = ofModel;
  }

  /** Whether a question in this language is worth searching as it is. */
  boolean asAsked(String question, Language language) {
    return words.hold(question)
        || index.sources().stream()
            .anyMatch(source -> Language.of(source.language()).stream().anyMatch(language::equals))
        || ofModel.get().contains(language);
  }
}
