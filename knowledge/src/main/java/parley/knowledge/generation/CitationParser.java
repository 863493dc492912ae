package parley.knowledge.generation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import parley.knowledge.document.Sentences;
import parley.knowledge.document.Sentences.Sentence;

/**
 * Makes statements of what a language model writes, while it writes. However the text is cut into
 * pieces, the statements are the same; each comes as soon as nothing that follows can change it.
 *
 * <p>A marker belongs to the sentence it stands in or behind, at the beginning of a line to the
 * sentence after it. A list belongs to the line that leads into it. Not thread-safe.
 *
 * <pre>{@code
 * CitationParser parser = new CitationParser(2);
 * parser.accept("Talks were held. [");  // []
 * parser.accept("1] They go on [2].");  // []
 * parser.end();  // [Talks were held. 1, They go on. 2]
 * }</pre>
 */
final class CitationParser {

  private static final Pattern ITEM =
      Pattern.compile("[ \\t]*(?:[-*•–▪]|\\d{1,2}[.)])[ \\t]+\\S[\\s\\S]*");

  /** A whole word and more: enough to know that a new sentence has begun. */
  private static final Pattern BEGUN =
      Pattern.compile(
          "(?:(?:[-*•–▪]|\\d{1,2}[.)])[ \\t]+)?[\\p{Pi}\"'(]*[\\p{L}\\p{N}]\\S*\\s+\\S[\\s\\S]*");

  private static final String NO_SPACE_BEFORE = ".,;:!?…)»”";

  private final int passages;
  private final MarkerScanner scanner =
      new MarkerScanner(
          new MarkerScanner.Listener() {
            @Override
            public void character(char c) {
              add(c);
            }

            @Override
            public void marker(List<Integer> numbers) {
              mark(numbers);
            }
          });

  private final StringBuilder text = new StringBuilder();
  private final NavigableMap<Integer, List<Integer>> markers = new TreeMap<>();
  private boolean behindMarker;

  /**
   * @param passages how many there are; markers with other numbers than 1 to this are dropped
   */
  CitationParser(int passages) {
    this.passages = passages;
  }

  /** Takes a piece of the text, and gives the statements that are now complete. */
  List<MarkedStatement> accept(String piece) {
    scanner.accept(piece);
    return take(false);
  }

  /** Gives the statements that are left. */
  List<MarkedStatement> end() {
    scanner.end();
    return take(true);
  }

  private void add(char c) {
    boolean blank = isBlank(c);
    if (behindMarker && blank && endsBlank()) {
      return;
    }
    if (behindMarker && Character.isLetterOrDigit(c) && !endsBlank()) {
      text.append(' ');
    } else if (behindMarker && NO_SPACE_BEFORE.indexOf(c) >= 0) {
      trimBlanks();
    }
    behindMarker &= blank;
    text.append(c);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private boolean endsBlank() {
    return text.length() > 0 && isBlank(text.charAt(text.length() - 1));
  }

  private void trimBlanks() {
    while (endsBlank()) {
      text.setLength(text.length() - 1);
    }
  }

  private void mark(List<Integer> numbers) {
    behindMarker = true;
    markers.computeIfAbsent(text.length(), at -> new ArrayList<>()).addAll(numbers);
  }

  private List<MarkedStatement> take(boolean ended) {
    List<Sentence> runs = withLists(Sentences.of(text.toString()));
    int complete = ended ? runs.size() : complete(runs);
    List<MarkedStatement> statements = new ArrayList<>();
    for (int i = 0; i < complete; i++) {
      int next = i + 1 < runs.size() ? runs.get(i + 1).start() : text.length();
      statements.add(
          new MarkedStatement(tidy(runs.get(i).text()), numbers(runs.get(i).end(), next)));
    }
    if (complete > 0) {
      drop(complete < runs.size() ? runs.get(complete).start() : text.length());
    }
    return statements;
  }

  /** The sentences, a list and the line before it as one. */
  private List<Sentence> withLists(List<Sentence> sentences) {
    List<Sentence> runs = new ArrayList<>();
    boolean inList = false;
    for (Sentence sentence : sentences) {
      boolean item = ITEM.matcher(sentence.text()).matches();
      if (inList && item) {
        Sentence lead = runs.remove(runs.size() - 1);
        runs.add(joined(lead, sentence));
      } else {
        runs.add(sentence);
        inList = sentence.text().endsWith(":");
      }
    }
    return runs;
  }

  private Sentence joined(Sentence lead, Sentence item) {
    return new Sentence(lead.start(), item.end(), text.substring(lead.start(), item.end()));
  }

  /** How many of the runs nothing can change any more: those before the last that has begun. */
  private int complete(List<Sentence> runs) {
    int last = runs.size() - 1;
    while (last > 0 && !hasBegun(runs.get(last))) {
      last--;
    }
    return Math.max(0, last);
  }

  private boolean hasBegun(Sentence run) {
    return BEGUN.matcher(text).region(run.start(), text.length()).matches();
  }

  /** The numbers of the markers in a sentence and behind it, which are then forgotten. */
  private List<Integer> numbers(int end, int next) {
    Set<Integer> numbers = new LinkedHashSet<>();
    while (!markers.isEmpty()
        && (markers.firstKey() <= end || (markers.firstKey() <= next && !leadsIntoLine()))) {
      numbers.addAll(markers.pollFirstEntry().getValue());
    }
    return numbers.stream().filter(number -> number >= 1 && number <= passages).toList();
  }

  /** Whether the first marker stands at the beginning of a line with text behind it. */
  private boolean leadsIntoLine() {
    int at = markers.firstKey();
    return at > 0 && at < text.length() && text.charAt(at - 1) == '\n' && text.charAt(at) != '\n';
  }

  private void drop(int length) {
    NavigableMap<Integer, List<Integer>> later = new TreeMap<>();
    markers.forEach((at, numbers) -> later.put(Math.max(0, at - length), numbers));
    markers.clear();
    markers.putAll(later);
    text.delete(0, length);
  }

  private static String tidy(String run) {
    return run.lines()
        .map(line -> line.replace("**", "").strip())
        .filter(line -> !line.isEmpty())
        .reduce((before, line) -> before + (ITEM.matcher(line).matches() ? "\n" : " ") + line)
        .orElse("");
  }
}
