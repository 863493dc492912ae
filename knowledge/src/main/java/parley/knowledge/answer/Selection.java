package parley.knowledge.answer;

import java.util.List;
import java.util.Optional;
import parley.knowledge.FoundPassage;

/**
 * What answers a question, or is near to it.
 *
 * @param excerpts in the order to give them; none if nothing answers
 * @param near passages to name where nothing answers
 * @param heading which days it is of; without excerpts, that there is nothing of them
 */
record Selection(List<Excerpt> excerpts, List<FoundPassage> near, Optional<String> heading) {

  static Selection of(List<Excerpt> excerpts) {
    return new Selection(excerpts, List.of(), Optional.empty());
  }

  static Selection none(List<FoundPassage> near) {
    return new Selection(List.of(), near, Optional.empty());
  }

  Selection under(Optional<String> line) {
    return new Selection(excerpts, near, line);
  }

  boolean isEmpty() {
    return excerpts.isEmpty();
  }
}
