package parley.knowledge.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of one language that questions about talks are asked with. Immutable. */
final class Glossary {

  private static final Map<Language, Glossary> READ = new ConcurrentHashMap<>();

  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}]++(?:['’ʼ][\\p{L}\\p{M}]++)*+|\\p{Nd}++(?:[.,:]\\p{Nd}++)*+");

  private static final int SHORTEST_STEM = 2;

  /** Shorter parts of a compound are chance: "alt" in "Haushalt". */
  private static final int SHORTEST_PART = 4;

  /** A longer one hides another part. */
  private static final int SHORT_ENDING = 3;

  private static final int SHORTEST_NAME = 3;

  private final GlossaryFile file;

  private Glossary(Language language) {
    this.file = GlossaryFile.of(language);
  }

  /**
   * The glossary of a language; read when it is first asked for.
   *
   * @throws IllegalArgumentException for English, which needs none
   */
  static Glossary of(Language language) {
    return READ.computeIfAbsent(language, Glossary::new);
  }

  /** The words and numbers of a text. */
  List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    Matcher found = WORD.matcher(text);
    while (found.find()) {
      String word = found.group();
      boolean joined = found.start() > 0 && text.charAt(found.start() - 1) == '-';
      int apostrophe = Math.max(word.indexOf('\''), word.indexOf('’'));
      if (apostrophe > 0
          && file.elided().contains(Word.of(word.substring(0, apostrophe)).plain())) {
        words.add(Word.of(word.substring(0, apostrophe), joined));
        word = word.substring(apostrophe + 1);
      }
      words.add(Word.of(word, joined));
    }
    return words;
  }

  /** The entry that explains most of the text from a word on; empty for a word of no language. */
  Optional<GlossaryEntry> at(List<Word> words, int at) {
    Word first = words.get(at);
    if (first.isOverlong()) {
      return Optional.empty();
    }
    return candidates(first.folded())
        .filter(entry -> entry.fits(words, at))
        .max(GlossaryEntry.byFit(first));
  }

  private Stream<GlossaryEntry> candidates(String first) {
    return Stream.iterate(first.length(), n -> n >= 1, n -> n - 1)
        .filter(n -> n >= SHORTEST_STEM || n == first.length())
        .flatMap(n -> file.entries().getOrDefault(first.substring(0, n), List.of()).stream());
  }

  /** What a compound means, from its two parts: "Friedensplan" from "Frieden" and "Plan". */
  Optional<String> compound(Word word) {
    String letters = word.plain();
    if (file.links().isEmpty() || word.isOverlong()) {
      return Optional.empty();
    }
    for (int cut = letters.length() - SHORTEST_PART; cut >= SHORTEST_PART; cut--) {
      Optional<String> head = head(letters.substring(0, cut));
      Optional<String> rest = part(letters.substring(cut));
      if (head.isPresent() && rest.isPresent()) {
        return Optional.of(head.get() + " " + rest.get());
      }
    }
    return Optional.empty();
  }

  private Optional<String> head(String letters) {
    return Stream.concat(Stream.of(""), file.links().stream())
        .filter(letters::endsWith)
        .map(link -> letters.substring(0, letters.length() - link.length()))
        .flatMap(stem -> part(stem).stream())
        .findFirst();
  }

  private Optional<String> part(String letters) {
    return letters.length() < SHORTEST_PART
        ? Optional.empty()
        : at(List.of(Word.of(letters)), 0)
            .filter(
                entry -> letters.length() - entry.words().get(0).text().length() <= SHORT_ENDING)
            .map(GlossaryEntry::english)
            .filter(english -> !english.isEmpty());
  }

  /** How a name might be spelt in English, with its ending and without. */
  Set<String> spellings(Word name) {
    Set<String> spellings = new LinkedHashSet<>(List.of(name.folded()));
    if (name.isOverlong()) {
      return spellings;
    }
    spellings.addAll(file.letters().spellings(name.plain()));
    for (String ending : file.endings()) {
      String stem = name.plain().substring(0, Math.max(0, name.plain().length() - ending.length()));
      if (name.plain().endsWith(ending) && stem.length() >= SHORTEST_NAME) {
        spellings.addAll(file.letters().spellings(stem));
      }
    }
    return spellings;
  }

  /** The share of the text's words that it explains, 0 to 1; 0 for a text without words. */
  double coverage(String text) {
    List<Word> words = words(text);
    int covered = 0;
    int at = 0;
    while (at < words.size()) {
      Optional<GlossaryEntry> entry = at(words, at);
      covered += entry.map(found -> found.words().size()).orElse(0);
      at += entry.map(found -> found.words().size()).orElse(1);
    }
    return words.isEmpty() ? 0 : (double) covered / words.size();
  }
}
