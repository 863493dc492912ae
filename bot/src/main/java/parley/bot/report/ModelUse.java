package parley.bot.report;

import java.util.Locale;
import java.util.Optional;

/**
 * What a language model read and wrote, and what that cost.
 *
 * @param read tokens
 * @param written tokens
 * @param price empty where none is known
 */
public record ModelUse(long read, long written, Optional<Price> price) {

  /** In words. */
  public String inWords() {
    if (read + written == 0) {
      return "no language model had part in it";
    }
    String tokens = String.format(Locale.ENGLISH, "%,d tokens read, %,d written", read, written);
    return price.map(known -> tokens + ": " + known.inWords(read, written)).orElse(tokens);
  }
}
