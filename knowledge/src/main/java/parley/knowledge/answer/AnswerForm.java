package parley.knowledge.answer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.knowledge.Answer;
import parley.knowledge.Citation;
import parley.knowledge.Outcome;
import parley.knowledge.Question;
import parley.knowledge.language.Language;
import parley.knowledge.language.Wording;

/**
 * Makes the answer to a question out of what was found or is to be said.
 *
 * @param question as it was asked
 * @param wording what is said besides the documents' sentences
 * @param start when the question came, by {@link System#nanoTime}
 */
record AnswerForm(Question question, Wording wording, long start) {

  /** An answer without citations. */
  Answer plain(Outcome outcome, String text) {
    return of(outcome, text, Composition.NONE, List.of());
  }

  /** Says that the documents do not answer, and names what they do say that is near. */
  Answer notInSources(Selection nothing, boolean translated) {
    List<String> topics = NearbyTopics.of(nothing.near());
    String text = translated ? wording.notFound(topics) : wording.notInSources(topics);
    return of(
        Outcome.NOT_IN_SOURCES,
        nothing.heading().map(line -> line + "\n" + text).orElse(text),
        Composition.NONE,
        topics);
  }

  /** The statements, introduced in the asker's language where they are not in it. */
  Answer answered(Composition composed, Optional<String> heading) {
    String text =
        Stream.of(
                Optional.of(wording.introduction())
                    .filter(line -> isForeign(composed.citations().get(0))),
                heading,
                Optional.of(composed.text()))
            .flatMap(Optional::stream)
            .collect(Collectors.joining("\n"));
    return of(Outcome.ANSWERED, text, composed, List.of());
  }

  /** Documents that name no language are in English; one who speaks English needs no telling. */
  private boolean isForeign(Citation citation) {
    Optional<Language> quoted = Language.of(citation.source().language());
    return wording.language() != Language.ENGLISH
        && quoted.orElse(Language.ENGLISH) != wording.language();
  }

  private Answer of(Outcome outcome, String text, Composition composed, List<String> suggestions) {
    return new Answer(
        question.text(),
        outcome,
        text,
        composed.statements(),
        composed.citations(),
        suggestions,
        wording.language().code(),
        Duration.ofNanos(System.nanoTime() - start));
  }
}
