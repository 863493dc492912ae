package parley.knowledge.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.knowledge.index.EmbeddedModel;
import parley.knowledge.index.StoredEmbeddingModel;
import parley.knowledge.resource.Resources;

class LikeQuestionsTest {

  @TempDir private static Path folder;

  private static StoredEmbeddingModel e5;
  private static LikeQuestions questions;

  @BeforeAll
  static void open() {
    e5 = new StoredEmbeddingModel(EmbeddedModel.load(null, folder), folder.resolve("e"));
    questions = new LikeQuestions(e5, Optional::of);
  }

  @AfterAll
  static void close() {
    e5.close();
  }

  private static List<List<String>> groups(String... asked) {
    return questions.groups(List.of(asked), Function.identity());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Who leads the American delegation?     | Who is in charge of the delegation of the US?
          How much will the reconstruction cost? | What is the price of rebuilding?
          What did Germany promise?              | which commitments did the Germans make
          How long does probation last?          | What is the probation period?
          How do I reset my password?            | I forgot my password, what now?
          """)
  void otherWordsForTheSameComeTogether(String one, String other) {
    assertThat(groups(one, other)).containsExactly(List.of(one, other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          How many soldiers does France send?   | How many soldiers does Britain send?
          number of french troops?              | number of british troops?
          Who won the World Cup in 2014?        | Who won the World Cup in 2018?
          Who will pay for the reconstruction?  | How much will the reconstruction cost?
          What did Macron say on Monday?        | What did Rubio say on Monday?
          Why did the ferry stop?               | When did the ferry stop?
          How do I reset my password?           | What is the dress code?
          """)
  void whatIsWordedAlikeAndAsksForAnotherThingStaysApart(String one, String other) {
    assertThat(groups(one, other)).containsExactly(List.of(one), List.of(other));
  }

  @Test
  void theLargestGroupComesFirstAndInItWhatIsAskedMost() {
    assertThat(
            groups(
                "What is the dress code?",
                "Who is in charge of the delegation of the US?",
                "Who leads the American delegation?",
                "who leads the american delegation",
                "What is the capital of Peru?"))
        .containsExactly(
            List.of(
                "Who leads the American delegation?",
                "who leads the american delegation",
                "Who is in charge of the delegation of the US?"),
            List.of("What is the dress code?"),
            List.of("What is the capital of Peru?"));
  }

  @Test
  void whatTheModelCannotReadIsLikeNothingButItself() {
    LikeQuestions unread = new LikeQuestions(e5, question -> Optional.empty());

    assertThat(
            unread.groups(
                List.of("Хто головний?", "Коли зустріч?", "хто головний"), Function.identity()))
        .containsExactly(List.of("Хто головний?", "хто головний"), List.of("Коли зустріч?"));
  }

  @Test
  void beyondTheBoundAQuestionThatIsLikeNoGroupStaysAlone() {
    LikeQuestions bounded = new LikeQuestions(e5, Optional::of, 1);

    assertThat(
            bounded.groups(
                List.of(
                    "What is the dress code?",
                    "Who leads the American delegation?",
                    "Who is in charge of the delegation of the US?",
                    "are there rules on clothing, a dress code?"),
                Function.identity()))
        .containsExactly(
            List.of("What is the dress code?", "are there rules on clothing, a dress code?"),
            List.of("Who leads the American delegation?"),
            List.of("Who is in charge of the delegation of the US?"));
  }

  @Test
  void nothingMakesNoGroup() {
    assertThat(groups()).isEmpty();
  }

  /** What was measured when the threshold was chosen, less what another processor may change. */
  @ParameterizedTest
  @CsvSource({"0, 41, 5", "1, 35, 7"})
  void ofThreeWaysToAskMostComeTogetherAndFewThatAskAnother(int half, int right, int wrong) {
    List<Example> examples = examples(half);
    List<List<Example>> groups = questions.groups(examples, Example::text);

    assertThat(examples).hasSize(60);
    assertThat(pairs(groups, true)).isGreaterThanOrEqualTo(right);
    assertThat(pairs(groups, false)).isLessThanOrEqualTo(wrong);
  }

  private record Example(String text, int meaning) {}

  private static List<Example> examples(int half) {
    String all = Resources.text(LikeQuestions.class, "like-questions.txt");
    String[] meanings = all.split("# [^\\n]*on these.\\n", -1)[half + 1].strip().split("\\n\\n");
    List<Example> examples = new ArrayList<>();
    for (int meaning = 0; meaning < meanings.length; meaning++) {
      for (String line : meanings[meaning].lines().toList()) {
        examples.add(new Example(line, meaning));
      }
    }
    return examples;
  }

  private static long pairs(Collection<List<Example>> groups, boolean right) {
    return groups.stream()
        .mapToLong(
            group ->
                group.stream()
                        .flatMap(
                            one ->
                                group.stream()
                                    .filter(other -> !one.equals(other))
                                    .filter(other -> (one.meaning == other.meaning) == right))
                        .count()
                    / 2)
        .sum();
  }
}
