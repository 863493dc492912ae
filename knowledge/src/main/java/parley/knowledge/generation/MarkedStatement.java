package parley.knowledge.generation;

import java.util.List;
import java.util.Objects;

/**
 * A statement as a language model wrote it.
 *
 * @param text one sentence, or a list with the line that leads into it; without markers
 * @param numbers of the passages that its markers name, each once, in the order of first use
 */
record MarkedStatement(String text, List<Integer> numbers) {

  MarkedStatement {
    Objects.requireNonNull(text, "text");
    numbers = List.copyOf(numbers);
  }
}
