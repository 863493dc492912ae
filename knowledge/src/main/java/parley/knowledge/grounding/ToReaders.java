package parley.knowledge.grounding;

import java.util.List;
import java.util.regex.MatchResult;

/**
 * What of a text is said to its readers.
 *
 * @param end where the text begins to speak to a machine; its length if it never does
 * @param comments what no reader sees
 */
public record ToReaders(int end, List<MatchResult> comments) {

  public ToReaders {
    comments = List.copyOf(comments);
  }

  /**
   * Whether a run of the text is.
   *
   * @param from where it begins in the text
   * @param to where it ends
   */
  public boolean holds(int from, int to) {
    return to <= end
        && comments.stream().noneMatch(hidden -> hidden.start() < to && from < hidden.end());
  }
}
