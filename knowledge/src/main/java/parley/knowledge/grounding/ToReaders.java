package parley.knowledge.grounding;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;

/**
 * What of a text is said to its readers.
 *
 * @param visible the text with blanks in place of what no reader sees
 * @param end where the text begins to speak to a machine; its length if it never does
 * @param comments what no reader sees
 */
public record ToReaders(String visible, int end, List<MatchResult> comments) {

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

  /** All of it. */
  String told() {
    return visible.substring(0, end).strip();
  }

  /** All that is not: what bids a machine to do something, and what follows it. */
  String bidden() {
    String hidden = comments.stream().map(MatchResult::group).collect(Collectors.joining(" "));
    return (visible.substring(end) + " " + hidden).strip();
  }
}
