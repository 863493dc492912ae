package parley.bot.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a language model costs.
 *
 * @param read a million tokens that it reads
 * @param written a million that it writes
 * @param currency a word, such as {@code USD}
 */
public record Price(BigDecimal read, BigDecimal written, String currency) {

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{1,6}(?:\\.\\d{1,6})?) ?/ ?(\\d{1,6}(?:\\.\\d{1,6})?) (\\p{L}{1,12}|\\p{Sc})");

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  public Price {
    Objects.requireNonNull(read, "read");
    Objects.requireNonNull(written, "written");
    Objects.requireNonNull(currency, "currency");
  }

  /**
   * Reads a price.
   *
   * @param text such as {@code 3/15 USD}
   * @throws IllegalArgumentException if it is none
   */
  public static Price of(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "PARLEY_MODEL_PRICE is "
              + text
              + ": give the price of a million tokens read and of a million written with the"
              + " currency, such as 3/15 USD");
    }
    return new Price(new BigDecimal(form.group(1)), new BigDecimal(form.group(2)), form.group(3));
  }

  /** What tokens cost, in words; two digits, or more where that would be nothing. */
  String inWords(long tokensRead, long tokensWritten) {
    BigDecimal sum =
        read.multiply(BigDecimal.valueOf(tokensRead))
            .add(written.multiply(BigDecimal.valueOf(tokensWritten)))
            .divide(MILLION);
    BigDecimal cents = sum.setScale(2, RoundingMode.HALF_UP);
    return (cents.signum() == 0 && sum.signum() > 0 ? "less than 0.01" : cents.toPlainString())
        + " "
        + currency;
  }
}
