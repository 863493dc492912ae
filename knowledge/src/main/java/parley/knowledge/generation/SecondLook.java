package parley.knowledge.generation;

import dev.langchain4j.model.chat.ChatModel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.knowledge.observation.Stages;

/**
 * Has the model look at what it has written: which statements do their passages not bear out? It is
 * one call for a whole answer. Where nothing comes of it, the statements stand as they were.
 */
final class SecondLook {

  private static final Logger log = LoggerFactory.getLogger(SecondLook.class);

  private static final Pattern NUMBERS = Pattern.compile("\\d{1,2}(?: ?,? ?(?:and )?\\d{1,2})*");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
  private static final Pattern AROUND = Pattern.compile("^[\\s*\\[]+|[\\s*.\\]]+$");

  private final ChatModel model;
  private final Stages stages;

  SecondLook(ChatModel model, Stages stages) {
    this.model = model;
    this.stages = stages;
  }

  /** The draft without what its passages do not bear out, as the model sees it. */
  Draft at(Draft draft) {
    if (draft.lines().isEmpty()) {
      return draft;
    }
    Set<Integer> wrong = notBorneOut(draft.lines());
    if (!wrong.isEmpty()) {
      wrong.forEach(number -> stages.statementDropped());
      log.info("at a second look, {} of {} statements fell", wrong.size(), draft.lines().size());
    }
    return draft.without(wrong);
  }

  private Set<Integer> notBorneOut(List<Draft.Line> lines) {
    try {
      return numbers(model.chat(prompt(lines)), lines.size())
          .orElseGet(
              () -> {
                log.warn("a second look came to nothing: the model named no statements");
                return Set.of();
              });
    } catch (ModelFault fault) {
      log.warn("a second look came to nothing: {}", fault.getMessage());
      return Set.of();
    }
  }

  /** Empty if the answer is anything but numbers that there are, or none. */
  private static Optional<Set<Integer>> numbers(String answer, int most) {
    String line = AROUND.matcher(answer).replaceAll("");
    if (line.equalsIgnoreCase("none")) {
      return Optional.of(Set.of());
    }
    Set<Integer> numbers =
        NUMBER
            .matcher(line)
            .results()
            .map(MatchResult::group)
            .map(Integer::valueOf)
            .collect(Collectors.toSet());
    boolean told =
        NUMBERS.matcher(line).matches() && numbers.stream().allMatch(n -> n >= 1 && n <= most);
    return told ? Optional.of(numbers) : Optional.empty();
  }

  private static String prompt(List<Draft.Line> lines) {
    PassageInjector marks = new PassageInjector(Keys.random());
    return PromptFile.SECOND_LOOK.text()
        + "\n\nThe key is "
        + marks.key()
        + ".\n"
        + IntStream.range(0, lines.size())
            .mapToObj(i -> marks.statement(i + 1, lines.get(i)))
            .collect(Collectors.joining());
  }
}
