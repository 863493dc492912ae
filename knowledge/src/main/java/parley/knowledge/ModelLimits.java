package parley.knowledge;

import java.time.Duration;
import java.util.Objects;

/**
 * What a language model may take.
 *
 * @param time for one question in all, retries included; then the sources' own sentences answer
 * @param tokensADay read and written in a day (UTC), after which the sources' own sentences answer;
 *     0 for as many as are needed
 * @param wholeSetTokens documents that have no more than this many tokens together, as estimated,
 *     go into the prompt whole; 0 for never
 * @param secondLook whether the model is asked, once an answer, which statements of it their
 *     passages do not bear out
 */
public record ModelLimits(Duration time, long tokensADay, int wholeSetTokens, boolean secondLook) {

  /** Half a minute a question, no budget, and small sets of documents whole. */
  public static final ModelLimits DEFAULT = new ModelLimits(Duration.ofSeconds(30), 0, 4_000);

  /** Limits without a second look. */
  public ModelLimits(Duration time, long tokensADay, int wholeSetTokens) {
    this(time, tokensADay, wholeSetTokens, false);
  }

  public ModelLimits {
    Objects.requireNonNull(time, "time");
    if (time.isNegative() || time.isZero() || tokensADay < 0 || wholeSetTokens < 0) {
      throw new IllegalArgumentException(
          "a model's limits are "
              + time
              + ", "
              + tokensADay
              + " and "
              + wholeSetTokens
              + " tokens: give a time above zero, and tokens from 0");
    }
  }
}
