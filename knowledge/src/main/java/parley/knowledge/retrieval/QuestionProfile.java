package parley.knowledge.retrieval;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import parley.knowledge.index.TermStatistics;
import parley.knowledge.index.Terms.Term;

/**
 * What a question says of its answer.
 *
 * @param kind what is asked for
 * @param weights its stems with their rarity in the index, in the question's order
 * @param words for each stem the word as asked, in small letters
 * @param pairs neighbouring stems
 * @param names stems of words with a capital that do not merely begin the question
 * @param numbers stems of numbers and years
 * @param negated whether it holds "not", "never" or the like
 * @param unknown share of its weight that no passage of the index holds, 0 to 1
 */
record QuestionProfile(
    AnswerKind kind,
    Map<String, Double> weights,
    Map<String, String> words,
    Set<String> pairs,
    Set<String> names,
    Set<String> numbers,
    boolean negated,
    double unknown) {
  private static final Pattern NEGATION =
      Pattern.compile(
          "\\b(?:not|never|no|none|nobody|nothing|neither|nor|cannot|without|refuse[sd]?)\\b"
              + "|n['’]t\\b",
          Pattern.CASE_INSENSITIVE);

  /** Stems of words that ask rather than tell what is asked about count for a quarter. */
  private static final Set<String> ASKING =
      Set.of(
          "mani", "much", "long", "name", "list", "tell", "pleas", "kind", "type", "exampl",
          "happen", "know", "give", "explain", "describ");

  private static final double ASKING_SHARE = 0.25;

  static QuestionProfile of(String question, List<Term> terms, TermStatistics statistics) {
    Map<String, Double> weights = new LinkedHashMap<>();
    Map<String, String> words = new LinkedHashMap<>();
    Set<String> names = new LinkedHashSet<>();
    Set<String> numbers = new LinkedHashSet<>();
    for (Term term : terms) {
      double share = ASKING.contains(term.stem()) ? ASKING_SHARE : 1;
      weights.put(term.stem(), share * statistics.rarity(term.stem()));
      words.put(term.stem(), term.word().toLowerCase(Locale.ENGLISH));
      if (term.numeric()) {
        numbers.add(term.stem());
      } else if (term.capitalised() && term.start() > 0) {
        names.add(term.stem());
      }
    }
    return new QuestionProfile(
        AnswerKind.of(question),
        weights,
        words,
        pairs(terms),
        names,
        numbers,
        negates(question),
        unknown(weights, statistics));
  }

  private static double unknown(Map<String, Double> weights, TermStatistics statistics) {
    double all = 0;
    double unknown = 0;
    for (Map.Entry<String, Double> term : weights.entrySet()) {
      all += term.getValue();
      unknown += statistics.passagesWith(term.getKey()) == 0 ? term.getValue() : 0;
    }
    return all == 0 ? 0 : unknown / all;
  }

  static boolean negates(String text) {
    return NEGATION.matcher(text).find();
  }

  static Set<String> pairs(List<Term> terms) {
    Set<String> pairs = new LinkedHashSet<>();
    for (int i = 1; i < terms.size(); i++) {
      pairs.add(terms.get(i - 1).stem() + " " + terms.get(i).stem());
    }
    return pairs;
  }

  Set<String> stems() {
    return weights.keySet();
  }

  /** The share of the question's weight that these stems cover, 0 to 1. */
  double coveredBy(Set<String> stems) {
    double all = 0;
    double covered = 0;
    for (Map.Entry<String, Double> term : weights.entrySet()) {
      all += term.getValue();
      covered += stems.contains(term.getKey()) ? term.getValue() : 0;
    }
    return all == 0 ? 0 : covered / all;
  }

  /** The stem that fewest passages hold; empty if the question has no content word. */
  String rarest() {
    return weights.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }

  /** The share of what is wanted that is missing, 0 to 1; 0 if nothing is wanted. */
  static double missing(Set<String> wanted, Set<String> found) {
    long missing = wanted.stream().filter(stem -> !found.contains(stem)).count();
    return wanted.isEmpty() ? 0 : (double) missing / wanted.size();
  }
}
