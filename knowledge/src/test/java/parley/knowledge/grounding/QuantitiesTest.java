package parley.knowledge.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "35 people | 35",
        "thirty-five people | 35",
        "Twenty seven heads of state | 27",
        "1,200 soldiers | 1200",
        "1.2 million tonnes | 1200000",
        "$5bn | 5000000000",
        "two hundred ships | 200",
        "half a billion | 500000000",
        "a thousand men | 1000",
        "more than 11,000 men | 11000",
        "3.5 percent and 4 % | 3.5% 4%",
        "the 27th meeting | 27",
        "a dozen states | 12",
        "one of them | ''",
        "G7 and MVX-4 | ''",
        "version 1.2.3 | ''",
        "between 300 and 420 of them | 300 420",
        "18 months | 18month",
        "a 20-month sentence | 20month",
        "half a century | 0.5century",
        "another year and a half | 1.5year",
        "two and a half years | 2.5year",
        "two thirds of it | 66.67%",
        "about a fifth of them | 20%",
        "half the votes | 50%",
        "one in five | 20%",
        "split fifty-fifty | 50%",
        "a third country | ''",
        "the second half | ''",
      })
  void findsNumbers(String text, String numbers) {
    assertThat(written(Quantities.in(text))).isEqualTo(numbers);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "in the first year | 1year",
        "a fortnight | 1fortnight",
        "at 18:40 | 18 40 6",
        "at 6 p.m. | 6 18",
      })
  void findsWhatMayStandBehindANumber(String text, String numbers) {
    assertThat(written(Quantities.offeredBy(text))).isEqualTo(numbers);
  }

  private static String written(List<Quantity> quantities) {
    return quantities.stream().map(QuantitiesTest::written).collect(Collectors.joining(" "));
  }

  private static String written(Quantity quantity) {
    String unit =
        switch (quantity.unit()) {
          case COUNT -> "";
          case SHARE -> "%";
          default -> quantity.unit().name().toLowerCase(Locale.ENGLISH);
        };
    BigDecimal value = BigDecimal.valueOf(quantity.value()).setScale(2, RoundingMode.HALF_UP);
    return value.stripTrailingZeros().toPlainString() + unit;
  }
}
