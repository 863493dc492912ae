package parley.knowledge.grounding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import parley.knowledge.grounding.PlantedOutput.PlantedStatement;

/**
 * A planted statement with what is measured of it.
 *
 * @param report its report's title
 * @param statement the statement
 * @param passed whether what can be looked up is right
 * @param features what the model looks at
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Measured(String report, PlantedStatement statement, boolean passed, double[] features) {

  /** Whether it was made from a good one, for fitting: with a wrong passage cited, or denied. */
  boolean made() {
    return weight() < 1;
  }

  /** How much it counts: there are many of those that were made, and most are easy. */
  double weight() {
    return switch (String.valueOf(statement.fault())) {
      case "moved" -> 0.1;
      case "turned" -> 0.03;
      default -> 1;
    };
  }

  /**
   * All statements of a file.
   *
   * @param made whether to add each good one with each wrong passage cited, and denied
   */
  static List<Measured> in(Path file, GroundingCheck check, boolean made) {
    List<Measured> all = new ArrayList<>();
    for (PlantedOutput output : PlantedOutput.in(file)) {
      for (PlantedStatement statement : output.statements()) {
        all.add(of(output, statement, check));
        if (made && statement.good()) {
          statement.others().forEach(o -> all.add(of(output, statement.citing(o), check)));
          statement.turned().ifPresent(turned -> all.add(of(output, turned, check)));
        }
      }
    }
    return all;
  }

  private static Measured of(
      PlantedOutput output, PlantedStatement statement, GroundingCheck check) {
    String text = statement.text();
    Facts facts = check.facts(text, statement.cited(), statement.others());
    Comparison comparison = check.compare(text, facts);
    boolean passed =
        Voice.states(text) && facts.verdict() == Verdict.SUPPORTED && !comparison.countsAnother();
    return new Measured(output.title(), statement, passed, SupportFeature.of(comparison));
  }
}
