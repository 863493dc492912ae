package parley.knowledge.answer;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Statements of what was planned at first and came otherwise. Alone they mislead, so that what the
 * document says next goes with them.
 */
final class GivenUp {

  private static final Pattern PLAN =
      Pattern.compile(
          "\\b(?:at first|originally|initially|(?:was|were)(?: \\w+){0,2} to have"
              + "|had been (?:due|set|scheduled|expected|meant|supposed) to"
              + "|had (?:planned|intended|meant|hoped) to)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Where the same statement tells what came instead. */
  private static final Pattern OUTCOME =
      Pattern.compile(
          "\\b(?:but|instead|before|until|however|although|later"
              + "|(?:chang|modif|alter|cancel|withdr|abandon|replac|postpon|dropp)\\w+)\\b",
          Pattern.CASE_INSENSITIVE);

  private GivenUp() {}

  /** Whether a statement tells of a plan, and not of what came of it. */
  static boolean isToldBy(Excerpt excerpt) {
    String text = excerpt.text();
    return PLAN.matcher(text).find() && !OUTCOME.matcher(text).find();
  }

  /** What a document says next, if it was found as well. */
  static Optional<Excerpt> after(Excerpt plan, List<ScoredExcerpt> found) {
    return found.stream()
        .map(ScoredExcerpt::excerpt)
        .filter(other -> follows(plan, other))
        .findFirst();
  }

  private static boolean follows(Excerpt plan, Excerpt other) {
    boolean ofOneDocument = plan.passage().source().id().equals(other.passage().source().id());
    int paragraphs = other.passage().paragraph() - plan.passage().paragraph();
    boolean nextSentence = paragraphs == 0 && other.position() == plan.position() + 1;
    boolean nextParagraph = paragraphs == 1 && other.position() == 0;
    return ofOneDocument && (nextSentence || nextParagraph);
  }
}
