package parley.bot.chat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.knowledge.Outcome;
import parley.knowledge.Question;
import parley.knowledge.Source;

/** Questions to begin with: of the latest documents, first those that are answered. */
final class Starters {

  private static final int MOST = 4;

  /** Each is asked once to see whether it is answered, so that no more than these are tried. */
  private static final int TRIED = 12;

  private static final Comparator<Source> LATEST_FIRST =
      Comparator.comparing(
          Source::date, Comparator.nullsLast(Comparator.<LocalDate>reverseOrder()));

  private final AnswerSource source;
  private @Nullable List<Starter> starters;

  Starters(AnswerSource source) {
    this.source = source;
  }

  synchronized List<Starter> get() {
    List<Starter> found = starters;
    if (found == null) {
      found = answeredFirst();
      starters = found;
    }
    return found;
  }

  private List<Starter> answeredFirst() {
    Map<Boolean, List<Starter>> byAnswered =
        candidates().collect(Collectors.partitioningBy(this::isAnswered));
    return Stream.concat(byAnswered.get(true).stream(), byAnswered.get(false).stream())
        .limit(MOST)
        .toList();
  }

  private Stream<Starter> candidates() {
    return source.sources().stream()
        .sorted(LATEST_FIRST)
        .limit(TRIED)
        .map(document -> Starter.about(document.title()));
  }

  private boolean isAnswered(Starter starter) {
    return source.ask(Question.of(starter.question()), List.of()).outcome() == Outcome.ANSWERED;
  }
}
