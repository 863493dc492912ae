package parley.bot.chat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.knowledge.DocumentSelection;
import parley.knowledge.Outcome;
import parley.knowledge.Question;
import parley.knowledge.Source;

/**
 * Questions to begin with: of the latest documents, first those that are answered. Found once, and
 * again when the documents have changed.
 */
final class Starters {

  private static final int MOST = 4;

  /** Each is asked once to see whether it is answered, so that no more than these are tried. */
  private static final int TRIED = 12;

  private final AnswerSource source;
  private final Map<List<String>, List<Starter>> found = new HashMap<>();
  private List<Source> foundIn = List.of();

  Starters(AnswerSource source) {
    this.source = source;
  }

  /**
   * Those of some documents.
   *
   * @param documents their names; empty for all
   */
  synchronized List<Starter> of(List<String> documents) {
    List<Source> now = source.sources();
    if (!now.equals(foundIn)) {
      found.clear();
      foundIn = now;
    }
    return found.computeIfAbsent(documents, this::answeredFirst);
  }

  private List<Starter> answeredFirst(List<String> documents) {
    Map<Boolean, List<Starter>> byAnswered =
        candidates(documents)
            .collect(Collectors.partitioningBy(starter -> isAnswered(starter, documents)));
    return Stream.concat(byAnswered.get(true).stream(), byAnswered.get(false).stream())
        .limit(MOST)
        .toList();
  }

  private Stream<Starter> candidates(List<String> documents) {
    DocumentSelection selection = DocumentSelection.of(documents);
    return source.sources().stream()
        .filter(selection::holds)
        .sorted(Source.NEWEST_FIRST)
        .limit(TRIED)
        .map(document -> Starter.about(document.title()));
  }

  private boolean isAnswered(Starter starter, List<String> documents) {
    return source.quote(Question.of(starter.question()), documents).outcome() == Outcome.ANSWERED;
  }
}
