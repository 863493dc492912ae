package parley.knowledge.generation;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.knowledge.grounding.GroundingCheck;
import parley.knowledge.grounding.Verdict;
import parley.knowledge.index.Terms;
import parley.knowledge.observation.Stage;
import parley.knowledge.observation.Stages;

/**
 * Finds the passages that a statement rests on; those that it names itself come first.
 *
 * @param question whose words are no source
 * @param stages hears how long it takes, and what is dropped
 */
record StatementCheck(
    GroundingCheck check, List<CitedPassage> passages, String question, Stages stages) {

  private static final Logger log = LoggerFactory.getLogger(StatementCheck.class);

  /** Where the passages named do not support it, so many others are tried. */
  private static final int OTHERS = 8;

  /** Words for any statement can be gathered from more passages. */
  private static final int TOGETHER = 2;

  StatementCheck {
    passages = List.copyOf(passages);
  }

  /** The passages that support the statement; none if it is to be left out. */
  List<CitedPassage> supporting(MarkedStatement statement) {
    return stages.through(
        Stage.CHECK,
        () -> {
          List<CitedPassage> supporting = found(statement);
          if (supporting.isEmpty()) {
            stages.statementDropped();
          }
          return supporting;
        });
  }

  private List<CitedPassage> found(MarkedStatement statement) {
    List<CitedPassage> named = statement.numbers().stream().map(n -> passages.get(n - 1)).toList();
    List<CitedPassage> alone = named.stream().filter(each -> holds(statement, each)).toList();
    if (!alone.isEmpty()) {
      return alone;
    }
    if (named.size() > 1
        && named.size() <= TOGETHER
        && verdict(statement, named) == Verdict.SUPPORTED) {
      return named;
    }
    List<CitedPassage> other = others(statement, named).limit(1).toList();
    log.info(
        "a statement named {} and was {}: {}",
        statement.numbers(),
        other.isEmpty() ? "left out" : "cited anew",
        verdict(statement, named));
    return other;
  }

  private Stream<CitedPassage> others(MarkedStatement statement, List<CitedPassage> named) {
    Set<String> stems = Terms.stems(statement.text());
    return IntStream.range(0, passages.size())
        .mapToObj(passages::get)
        .filter(passage -> !named.contains(passage) && passage.shared(stems) > 0)
        .sorted(Comparator.comparingLong((CitedPassage p) -> p.shared(stems)).reversed())
        .limit(OTHERS)
        .filter(passage -> holds(statement, passage));
  }

  private boolean holds(MarkedStatement statement, CitedPassage passage) {
    return verdict(statement, List.of(passage)) == Verdict.SUPPORTED;
  }

  private Verdict verdict(MarkedStatement statement, List<CitedPassage> cited) {
    return check.check(
        statement.text(),
        question,
        cited.stream().map(CitedPassage::evidence).toList(),
        passages.stream().map(CitedPassage::evidence).toList());
  }
}
