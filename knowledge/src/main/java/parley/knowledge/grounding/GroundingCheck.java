package parley.knowledge.grounding;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import parley.knowledge.index.Terms;
import parley.knowledge.index.WordEncoder;
import parley.knowledge.retrieval.Likeness;

/**
 * Checks statements against the passages they cite, without a language model. Thread-safe.
 *
 * <p>First what can be looked up: a statement that gives an address, a quotation, a date, a number
 * or a name that its passages do not is stopped. Then a fitted model weighs how its words are
 * matched there, whether another passage would be the better source, whether numbers count the
 * same, and whether anything is turned round. It is made for English. What it cannot judge, such as
 * who did what to whom with the same words, it lets through.
 */
public final class GroundingCheck {

  private static final double TURNED = 0.45;

  /** A word of the question is no nearer to what is cited than this if it is the asker's alone. */
  private static final double TAKEN_FROM_THE_QUESTION = 0.5;

  /** Words that tell nothing, and would raise the average of those that do. */
  private static final Pattern ATTRIBUTION =
      Pattern.compile(
          "(?i)^(?:according to|as stated in|as|per) (?:the |these |this |all )?(?:sources?"
              + "|documents?|passages?|texts?|context)(?: say| says| state| states)?,? ?");

  private final Likeness likeness;
  private final WordEncoder words;

  /**
   * Checks by the words that the embedded model sees. With them known, the cosine of whole
   * sentences told nothing more (own measurement).
   */
  public GroundingCheck(WordEncoder words) {
    this.likeness = new Likeness(words);
    this.words = words;
  }

  /** Whether the passages support the statement, if nothing else was retrieved. */
  public Verdict check(String statement, List<Evidence> cited) {
    return check(statement, "", cited, List.of());
  }

  /** The same, if nothing is known of the question. */
  public Verdict check(String statement, List<Evidence> cited, List<Evidence> others) {
    return check(statement, "", cited, others);
  }

  /**
   * Whether the cited passages support the statement.
   *
   * @param question that it answers: what only the asker says is not supported
   * @param others the other passages that the answer was made from: if one of them says it, and the
   *     cited ones do not, the citation is wrong
   */
  public Verdict check(
      String statement, String question, List<Evidence> cited, List<Evidence> others) {
    if (cited.isEmpty()) {
      return Verdict.UNCITED;
    }
    if (!Voice.states(statement)) {
      return Verdict.NO_STATEMENT;
    }
    List<Evidence> rest = others.stream().filter(other -> !cited.contains(other)).toList();
    Facts facts = facts(statement, cited, rest);
    Verdict verdict = facts.verdict();
    return verdict == Verdict.SUPPORTED
        ? judge(compare(statement, facts), Terms.stems(question))
        : verdict;
  }

  private Verdict judge(Comparison comparison, Set<String> asked) {
    Echo echo = new Echo(comparison.cited());
    if (comparison.leastOf(asked) < TAKEN_FROM_THE_QUESTION
        || (echo.repeats(asked) && !echo.isStated())) {
      return Verdict.PREMISE;
    }
    if (comparison.countsAnother()) {
      return Verdict.UNKNOWN_NUMBER;
    }
    if (Support.fitted().holds(comparison)) {
      return Verdict.SUPPORTED;
    }
    return comparison.contradiction().most() >= TURNED ? Verdict.CONTRADICTED : Verdict.FAR;
  }

  Facts facts(String statement, List<Evidence> cited, List<Evidence> others) {
    return new Facts(statement, Sources.of(cited), Sources.of(others), words::isCommon);
  }

  /** What the model looks at. */
  Comparison compare(String statement, Facts facts) {
    String own = ATTRIBUTION.matcher(statement).replaceFirst("");
    Reading said = read(own).withoutFigures();
    return Comparison.of(
        new Alignment(said, read(facts.cited().told())),
        facts.others().each().stream().map(other -> new Alignment(said, read(other))).toList(),
        new Alignment(said, read(facts.cited().bidden() + " " + facts.others().bidden())),
        facts);
  }

  private Reading read(String text) {
    return Reading.of(text, likeness);
  }
}
