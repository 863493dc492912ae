package parley.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ukraine’s President Volodymyr Zelenskyy spoke.  | Volodymyr Zelenskyy
          In January Prime Minister Ada Byron met France. | Ada Byron, France
          When did he say that?                           | ''
          The U.S. sent envoys to the Isle of Man.        | U.S., Isle of Man
          """)
  void findsNamesWithoutRank(String text, String names) {
    assertThat(Names.in(text)).isEqualTo(names.isEmpty() ? List.of() : List.of(names.split(", ")));
  }
}
