package parley.knowledge.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.knowledge.index.PassageIndex;
import parley.knowledge.index.Terms;

/**
 * Puts a question into English by a glossary and the names in the documents. The outcome is no
 * English prose; it is what a search needs. Thread-safe.
 */
final class Translator {

  /** "What said Macron" asks what somebody said only in English's own form. */
  private static final Pattern WHAT_SAID =
      Pattern.compile(
          "^what (?!(?:did|does|do|has|have|had|will|would)\\b)(?=.*\\b(?:say|think|announce|promise"
              + "|write)\\b)");

  /** The endings of a language rarely have more letters; a part of a compound has. */
  private static final int LONGEST_ENDING = 3;

  private final IndexedNames names;
  private final DocumentWords documents;

  Translator(PassageIndex index) {
    this.documents = new DocumentWords(index);
    this.names = new IndexedNames(index);
  }

  /** Translates from a language other than English. */
  Gloss translate(String text, Language from) {
    Glossary glossary = Glossary.of(from);
    List<Word> words = glossary.words(text);
    Composer composer = new Composer();
    int at = 0;
    while (at < words.size()) {
      Word word = words.get(at);
      Optional<GlossaryEntry> entry = glossary.at(words, at);
      Optional<String> compound = glossary.compound(word).filter(c -> isLoose(entry, word));
      if (compound.isPresent()) {
        composer.understood(compound.get());
      } else if (entry.isPresent()) {
        composer.understood(entry.get().english());
        at += entry.get().words().size() - 1;
      } else {
        addUnlisted(composer, word, glossary);
      }
      at++;
    }
    return composer.gloss(text.strip().endsWith("?"));
  }

  /** Whether an entry leaves so long an ending that another word may be in it. */
  private static boolean isLoose(Optional<GlossaryEntry> entry, Word word) {
    return entry.isEmpty()
        || (entry.get().words().size() == 1
            && word.plain().length() - entry.get().words().get(0).text().length() > LONGEST_ENDING);
  }

  private void addUnlisted(Composer composer, Word word, Glossary glossary) {
    Optional<String> name = names.like(glossary.spellings(word));
    if (name.isPresent()) {
      composer.understood(name.get());
    } else if (word.isNumber() || documents.hold(word.plain())) {
      composer.understood(word.typed());
    } else {
      composer.notUnderstood(word.typed());
    }
  }

  /** Writes a gloss word by word. */
  private static final class Composer {

    private final List<String> english = new ArrayList<>();
    private int understood;
    private int asked;

    void understood(String words) {
      int terms = Terms.of(words).size();
      understood += terms;
      asked += terms;
      if (!words.isEmpty()) {
        english.add(words);
      }
    }

    void notUnderstood(String word) {
      asked++;
      english.add(word);
    }

    Gloss gloss(boolean question) {
      String text = WHAT_SAID.matcher(String.join(" ", english)).replaceFirst("what did ");
      return new Gloss(question ? text + "?" : text, asked == 0 ? 1 : (double) understood / asked);
    }
  }
}
