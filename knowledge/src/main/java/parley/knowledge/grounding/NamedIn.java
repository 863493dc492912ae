package parley.knowledge.grounding;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import parley.knowledge.document.Names;
import parley.knowledge.document.Sentences;
import parley.knowledge.index.Terms;
import parley.knowledge.retrieval.PlaceNames;

/** Tells which names of a statement stand in a text: by words, stems, places and their peoples. */
final class NamedIn {

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Shorter names differ by a letter and are others: Iran, Iraq. */
  private static final int LONG_ENOUGH_FOR_A_SLIP = 6;

  /** Velland and Vellanders have six letters in common, Kess and Kessian four. */
  private static final int LONG_ENOUGH_FOR_A_PEOPLE = 4;

  private static final int ENDING = 4;

  private static final Pattern ACRONYM_OF =
      Pattern.compile("\\p{Lu}\\p{Ll}+(?:[ -](?:of |the |for |and |on )*\\p{Lu}\\p{Ll}+)+");

  private static final Pattern FIRST_WORD = Pattern.compile("^[^\\p{L}]*(\\p{L}[\\p{L}’']*)");

  /** "Dubai-based" */
  private static final Pattern SMALL = Pattern.compile("(?<![\\p{L}’'])\\p{Ll}[\\p{L}’']*");

  /** Told by the sentence, not by the name. */
  private static final Set<String> TITLES =
      Set.of(
          ("mr mrs ms dr sir lord lady president minister prime foreign chancellor secretary "
                  + "general admiral colonel ambassador envoy king queen pope prince princess senator "
                  + "governor mayor chief captain major lieutenant professor judge commissioner deputy "
                  + "vice premier parliament government ministry cabinet congress senate council "
                  + "commission court supreme union republic state federal national army navy central "
                  + "bank office agency committee party department new year eve christmas easter north "
                  + "south east west northern southern eastern western one two three four five six "
                  + "seven eight nine ten eleven twelve yes no internet")
              .split(" "));

  private final Predicate<String> isCommon;
  private final Set<String> words;
  private final Set<String> stems;

  /**
   * @param text where names are to stand
   * @param isCommon whether a word in small letters is a common one
   */
  NamedIn(String text, Predicate<String> isCommon) {
    this.isCommon = isCommon;
    words = words(text.replaceAll("['’]s\\b", "")).collect(Collectors.toSet());
    ACRONYM_OF.matcher(text).results().forEach(run -> addInitials(run.group()));
    stems = new HashSet<>();
    Terms.of(text).forEach(term -> stems.addAll(PlaceNames.sameAs(term.stem())));
  }

  /** "UTW" of "Union of Transport Workers", and shorter ones, for the run may begin too early. */
  private void addInitials(String names) {
    String initials = initials(names);
    for (int i = 0; i < initials.length() - 1; i++) {
      words.add(initials.substring(i));
    }
  }

  /** The words of its names that do not. */
  List<String> missingOf(String statement) {
    return Sentences.of(statement).stream().flatMap(sentence -> missing(sentence.text())).toList();
  }

  private Stream<String> missing(String sentence) {
    Matcher found = FIRST_WORD.matcher(sentence);
    String first = found.find() ? found.group(1) : "";
    boolean ordinary = isOrdinary(first);
    return Names.in(sentence).stream()
        .map(name -> ordinary && isAt(name, sentence, found.start(1)) ? without(first, name) : name)
        .filter(name -> !isSpeltOut(name))
        .flatMap(name -> words(SMALL.matcher(name).replaceAll(" ")))
        .filter(word -> !TITLES.contains(word))
        .filter(word -> !holds(word));
  }

  /** "European Union" where the text has EU. */
  private boolean isSpeltOut(String name) {
    return name.indexOf(' ') > 0 && words.contains(initials(name));
  }

  private static String initials(String name) {
    return Arrays.stream(name.split("[ -]"))
        .filter(word -> !word.isEmpty() && Character.isUpperCase(word.charAt(0)))
        .map(word -> word.substring(0, 1).toLowerCase(Locale.ENGLISH))
        .collect(Collectors.joining());
  }

  private static boolean isAt(String name, String sentence, int start) {
    return sentence.startsWith(name, start);
  }

  private static String without(String first, String name) {
    return name.substring(Math.min(first.length(), name.length()));
  }

  /** Whether the word may well be no name, for it begins a sentence and no name follows. */
  static boolean isDoubtful(String word, String statement) {
    Pattern first = Pattern.compile("^[^\\p{L}]*(?i:" + Pattern.quote(word) + ") (?=\\p{Ll})");
    return Sentences.of(statement).stream()
        .anyMatch(sentence -> first.matcher(sentence.text()).find());
  }

  /** A word that begins a sentence has its capital from there, unless it is a place. */
  private boolean isOrdinary(String word) {
    String small = word.toLowerCase(Locale.ENGLISH).replaceFirst("['’]s?$", "");
    return Stream.of(small, small.replaceFirst("e?s$", ""), small.replaceFirst("s$", ""))
            .anyMatch(isCommon)
        && Terms.of(small).stream().allMatch(t -> PlaceNames.sameAs(t.stem()).size() == 1);
  }

  private boolean holds(String word) {
    return word.length() == 1
        || words.contains(word)
        || Terms.of(word).stream().allMatch(term -> stems.contains(term.stem()))
        || isPeople(word)
        || isMisspelt(word);
  }

  private boolean isPeople(String word) {
    return word.length() >= LONG_ENOUGH_FOR_A_PEOPLE
        && words.stream()
            .filter(other -> other.length() >= LONG_ENOUGH_FOR_A_PEOPLE)
            .filter(other -> Math.abs(other.length() - word.length()) <= ENDING)
            .anyMatch(other -> other.startsWith(word) || word.startsWith(other));
  }

  private boolean isMisspelt(String word) {
    if (word.length() < LONG_ENOUGH_FOR_A_SLIP) {
      return false;
    }
    CharacterRunAutomaton near =
        new CharacterRunAutomaton(new LevenshteinAutomata(word, true).toAutomaton(1));
    return words.stream().anyMatch(near::run);
  }

  private static Stream<String> words(String text) {
    return Arrays.stream(
            NO_LETTERS.split(
                text.toLowerCase(Locale.ENGLISH).replaceAll("(?<=\\p{L})\\.(?=\\p{L})", "")))
        .filter(word -> !word.isEmpty());
  }
}
