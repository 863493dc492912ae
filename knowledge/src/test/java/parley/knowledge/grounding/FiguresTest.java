package parley.knowledge.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  private static final Figures ELSEWHERE = new Figures("The bridge is 310 metres long.");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "35 came | Thirty-five people came. | STATED",
        "two thirds | It rose by 66 percent. | STATED",
        "twelve months | In the first year it fell. | STATED",
        "three days | No shell fell for 72 hours. | STATED",
        "two weeks | It ends within 14 days. | STATED",
        "half a century | The lease is for 50 years. | STATED",
        "half of it | They pay 50 percent. | STATED",
        "a fifth of gas | Prices rose 22 percent. | STATED",
        "$1.4 billion | It costs 1.4 billion dollars. | STATED",
        "at 6 | At 18:00 they met. | STATED",
        "2,300 short | It has 16,200 names and needs 18,500. | DERIVED",
        "two thirds stay | Of 412 people 267 stay. | DERIVED",
        "five years | He worked there from May 2018 to February 2023. | DERIVED",
        "three passed | Asteral, Bohun and Deshmere passed. | DERIVED",
        "some 600,000 | He was paid 615,000 euros. | DERIVED",
        "600,000 euros | He was paid 615,000 euros. | MISSING",
        "310 metres | It is long. | ELSEWHERE",
        "36 came | Thirty-five people came. | MISSING",
        "two thirds | It rose by 50 percent. | MISSING",
        "three weeks | It ends within 14 days. | MISSING",
        "5 percent | It has 5 members and rose by 4 percent. | STATED",
      })
  void tellsHowANumberStands(String claim, String passage, Standing standing) {
    Quantity claimed = Quantities.in(claim).get(0);

    assertThat(new Figures(passage).of(claimed, ELSEWHERE)).isEqualTo(standing);
  }
}
