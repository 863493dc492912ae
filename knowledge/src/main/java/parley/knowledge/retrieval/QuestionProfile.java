package parley.knowledge.retrieval;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.knowledge.index.TermStatistics;
import parley.knowledge.index.Terms.Term;

/**
 * What a question says of its answer.
 *
 * @param kind what is asked for
 * @param weights its stems with their rarity in the index, in the question's order
 * @param pairs neighbouring stems
 * @param names stems of words with a capital that do not merely begin the question
 * @param head the stem of the noun after "which", "what" or "how many"; empty where none is
 * @param unknownNames share of the names that no passage holds, 0 to 1
 * @param unknown share of its weight that no passage of the index holds, 0 to 1
 */
record QuestionProfile(
    AnswerKind kind,
    Map<String, Double> weights,
    Set<String> pairs,
    Set<String> names,
    String head,
    double unknownNames,
    double unknown) {
  /** Stems of words that ask rather than tell what is asked about count for a quarter. */
  private static final Set<String> ASKING =
      Set.of(
          "mani", "much", "long", "name", "list", "tell", "pleas", "kind", "type", "exampl",
          "happen", "know", "give", "explain", "describ");

  private static final String AUXILIARY =
      "(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could|should|might|may|must)";

  /** What stands between "which", "what" or "how many" and the verb: "fighter jets". */
  private static final Pattern HEAD =
      Pattern.compile(
          "\\b(?:which|what|whose|how (?:many|much))\\s+(?!"
              + AUXILIARY
              + "\\b)((?:[^\\s?]+\\s+){1,4}?)(?="
              + AUXILIARY
              + "\\b|of\\b|in\\b|from\\b|to\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final double ASKING_SHARE = 0.25;

  static QuestionProfile of(String question, List<Term> terms, TermStatistics statistics) {
    Map<String, Double> weights = new LinkedHashMap<>();
    Set<String> names = new LinkedHashSet<>();
    for (Term term : terms) {
      double share = ASKING.contains(term.stem()) ? ASKING_SHARE : 1;
      weights.put(term.stem(), share * statistics.rarity(term.stem()));
      if (!term.numeric() && term.capitalised() && term.start() > 0) {
        names.add(term.stem());
      }
    }
    return new QuestionProfile(
        AnswerKind.of(question),
        weights,
        pairs(terms),
        names,
        head(question, terms),
        unknownNames(names, statistics),
        unknown(weights, statistics));
  }

  private static String head(String question, List<Term> terms) {
    Matcher asking = HEAD.matcher(question);
    if (!asking.find()) {
      return "";
    }
    return terms.stream()
        .filter(term -> term.start() >= asking.start(1) && term.start() < asking.end(1))
        .map(Term::stem)
        .reduce("", (earlier, later) -> later);
  }

  private static double unknownNames(Set<String> names, TermStatistics statistics) {
    long unknown =
        names.stream()
            .filter(
                name ->
                    PlaceNames.sameAs(name).stream()
                        .allMatch(same -> statistics.passagesWith(same) == 0))
            .count();
    return names.isEmpty() ? 0 : (double) unknown / names.size();
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
