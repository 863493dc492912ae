package parley.knowledge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.knowledge.FoundPassage;
import parley.knowledge.Passage;
import parley.knowledge.Source;

class StatementSelectionTest {

  private static final Source SOURCE = new Source("a", "A", null, null, null, null, 1);

  @ParameterizedTest
  @CsvSource({
    "The mayor was at first to have led the delegation., true",
    "The mayor was originally to lead the delegation., true",
    "The ship had been due to sail on Monday., true",
    "The union had planned to strike., true",
    "'The mayor was to have led it, but his deputy did.', false",
    "'The mayor, who changed his plans, was at first to have led it.', false",
    "The mayor leads the delegation., false",
    "The mayor had a plan., false"
  })
  void whatWasPlannedIsFollowedByWhatCame(String told, boolean followed) {
    String came = "Snow closed the roads that day.";

    assertThat(chosen(told, came))
        .containsExactlyElementsOf(followed ? List.of(told, came) : List.of(told));
  }

  @Test
  void whatCameNeedNotFollowWhereItIsChosenAnyway() {
    List<ScoredExcerpt> scored =
        scored("The mayor was to have led them.", "Snow closed the roads.", "The deputy led them.");

    assertThat(
            texts(
                List.of(
                    new ScoredExcerpt(scored.get(2).excerpt(), .9),
                    new ScoredExcerpt(scored.get(0).excerpt(), .8),
                    new ScoredExcerpt(scored.get(1).excerpt(), .01))))
        .containsExactly("The mayor was to have led them.", "The deputy led them.");
  }

  /** Of paragraphs of one document, the first of which alone answers. */
  private static List<String> chosen(String... paragraphs) {
    return texts(scored(paragraphs));
  }

  private static List<String> texts(List<ScoredExcerpt> scored) {
    return StatementSelection.choose(scored).stream().map(Excerpt::text).toList();
  }

  private static List<ScoredExcerpt> scored(String... paragraphs) {
    return IntStream.range(0, paragraphs.length)
        .boxed()
        .flatMap(i -> scored(i, paragraphs[i]))
        .toList();
  }

  private static Stream<ScoredExcerpt> scored(int before, String paragraph) {
    Passage passage = new Passage(SOURCE, before + 1, null, paragraph);
    return Excerpt.of(new FoundPassage(passage, 0, 0)).stream()
        .map(excerpt -> new ScoredExcerpt(excerpt, before == 0 ? .9 : .01));
  }
}
