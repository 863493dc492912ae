package parley.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.knowledge.index.Terms.Term;

class TermsTest {

  @Test
  void functionWordsAreLeftOutAndTheRestIsStemmed() {
    assertThat(stems("Who was leading the delegations?")).containsExactly("lead", "deleg");
  }

  @Test
  void numberWordsBecomeDigits() {
    assertThat(stems("five priorities")).isEqualTo(stems("5 priorities"));
  }

  @Test
  void acronymsLoseTheirDotsAndNamesTheirAccents() {
    assertThat(stems("U.S. and Nicolás")).containsExactly("us", "nicola");
  }

  @Test
  void aTermKnowsWhereItStands() {
    Term paris = Terms.of("in Paris").get(0);
    assertThat(paris).isEqualTo(new Term("pari", "Paris", 3));
    assertThat(paris.capitalised()).isTrue();
    assertThat(paris.numeric()).isFalse();
  }

  private static List<String> stems(String text) {
    return Terms.of(text).stream().map(Term::stem).toList();
  }
}
