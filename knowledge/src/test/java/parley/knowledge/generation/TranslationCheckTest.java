package parley.knowledge.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranslationCheckTest {

  private static final String ENGLISH =
      "Steve Witkoff met 27 leaders in Paris on 6 January and spoke of “durable security”.";

  private final TranslationCheck check = new TranslationCheck(Set.of("paris", "january")::contains);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Steve Witkoff зустрівся з 27 лідерами в Парижі 6 січня й говорив про “durable security”. | true
          Steve’a Witkoffa 27 przywódców spotkało w Paryżu 6 stycznia: “durable security”.         | true
          Steve Witkoff зустрівся з 72 лідерами в Парижі 6 січня й говорив про “durable security”. | false
          Steve Witkoff зустрівся з 27 лідерами в Парижі й говорив про “durable security”.         | false
          Стів Віткофф зустрівся з 27 лідерами в Парижі 6 січня й говорив про “durable security”.  | false
          Steve Witkoff зустрівся з 27 лідерами в Парижі 6 січня й говорив про безпеку.            | false
          Steve Witkoff 27 6 “durable security” https://pirates.example                            | false
          ''                                                                                       | false
          """)
  void keepsNumbersNamesAndQuotedWords(String translated, boolean passes) {
    assertThat(check.passes(ENGLISH, translated)).isEqualTo(passes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          It costs 1,200 euros.  | Das kostet 1.200 Euro.   | true
          It costs 1,200 euros.  | Cela coûte 1 200 euros.  | true
          It costs 1,200 euros.  | Das kostet 12.00 Euro.   | false
          It costs 9.5 million.  | Das kostet 9,5 Millionen. | true
          """)
  void numbersAreWrittenAsTheLanguageDoes(String english, String translated, boolean passes) {
    assertThat(check.passes(english, translated)).isEqualTo(passes);
  }
}
