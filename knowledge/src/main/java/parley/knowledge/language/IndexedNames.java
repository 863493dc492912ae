package parley.knowledge.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.jspecify.annotations.Nullable;
import parley.knowledge.Paragraph;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;
import parley.knowledge.document.Names;
import parley.knowledge.index.PassageIndex;

/**
 * The names in the documents, by their sound (Double Metaphone, Philips 2000). Read when a name is
 * first looked for, and again when the documents have changed. Thread-safe.
 */
final class IndexedNames {

  /** Beyond the default of four letters, "Zelenskyy" would sound like "Zelenko". */
  private static final int CODE_LENGTH = 8;

  /** A shorter code is shared by too many words: "Rubio" sounds like "rap". */
  private static final int TELLING_CODE = 3;

  private static final int SHORTEST_NAME = 3;
  private static final int LONGEST_NAME = 40;
  private static final int MOST_SLIPS = 2;

  /** Of its letters, so many of a name may differ. */
  private static final double MOST_DIFFERENT = 0.4;

  private static final Pattern SMALL = Pattern.compile("(?<!\\p{L})\\p{Ll}+");
  private static final Pattern LETTERS = Pattern.compile("\\p{L}+");

  private final PassageIndex index;
  private final DoubleMetaphone sound = new DoubleMetaphone();
  private volatile @Nullable ReadNames read;

  IndexedNames(PassageIndex index) {
    this.index = index;
    sound.setMaxCodeLen(CODE_LENGTH);
  }

  private record ReadNames(long version, Map<String, Set<String>> bySound) {}

  private record Likeness(String name, int slips) {}

  /** The name that sounds like one of these spellings and is written most like it. */
  Optional<String> like(Collection<String> spellings) {
    Map<String, Set<String>> bySound = bySound();
    return spellings.stream()
        .filter(spelling -> spelling.length() <= LONGEST_NAME)
        .flatMap(
            spelling ->
                codes(spelling).stream().flatMap(code -> likenesses(spelling, code, bySound)))
        .filter(likeness -> likeness.slips() <= MOST_SLIPS)
        .min(Comparator.comparingInt(Likeness::slips).thenComparing(Likeness::name))
        .map(Likeness::name);
  }

  private static Stream<Likeness> likenesses(
      String spelling, String code, Map<String, Set<String>> bySound) {
    return bySound.getOrDefault(code, Set.of()).stream()
        .map(name -> new Likeness(name, slips(spelling, Word.of(name).folded(), code)));
  }

  private static int slips(String spelling, String name, String code) {
    int most = (int) (MOST_DIFFERENT * Math.max(spelling.length(), name.length()));
    int bound = code.length() < TELLING_CODE ? 0 : Math.min(MOST_SLIPS, most);
    LevenshteinAutomata near = new LevenshteinAutomata(spelling, true);
    for (int slips = 0; slips <= bound; slips++) {
      if (new CharacterRunAutomaton(near.toAutomaton(slips)).run(name)) {
        return slips;
      }
    }
    return Integer.MAX_VALUE;
  }

  private List<String> codes(String spelling) {
    return List.of(sound.doubleMetaphone(spelling), sound.doubleMetaphone(spelling, true));
  }

  private Map<String, Set<String>> bySound() {
    long version = index.version();
    ReadNames now = read;
    if (now == null || now.version() != version) {
      now = new ReadNames(version, readNames());
      read = now;
    }
    return now.bySound();
  }

  private Map<String, Set<String>> readNames() {
    Set<String> names = new HashSet<>();
    Set<String> words = new HashSet<>();
    for (Source source : index.sources()) {
      List<Paragraph> paragraphs =
          index.document(source.id()).map(SourceDocument::paragraphs).orElse(List.of());
      for (Paragraph paragraph : paragraphs) {
        Names.in(paragraph.text()).forEach(name -> names.addAll(all(LETTERS, name)));
        words.addAll(all(SMALL, paragraph.text()));
      }
    }
    Map<String, Set<String>> bySound = new HashMap<>();
    for (String name : names) {
      String folded = Word.of(name).folded();
      if (name.length() >= SHORTEST_NAME && !words.contains(folded)) {
        codes(folded)
            .forEach(code -> bySound.computeIfAbsent(code, c -> new HashSet<>()).add(name));
      }
    }
    return bySound;
  }

  private static List<String> all(Pattern pattern, String text) {
    List<String> all = new ArrayList<>();
    Matcher found = pattern.matcher(text);
    while (found.find()) {
      all.add(found.group());
    }
    return all;
  }
}
