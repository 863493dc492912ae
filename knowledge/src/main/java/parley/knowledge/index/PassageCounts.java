package parley.knowledge.index;

import java.util.HashMap;
import java.util.Map;

/**
 * What is counted of some passages.
 *
 * @param totals of them all
 * @param stems how many passages hold each stem
 * @param words how many passages hold each word, unstemmed
 */
record PassageCounts(Totals totals, Map<String, Integer> stems, Map<String, Integer> words) {

  static final PassageCounts NONE = new PassageCounts(new Totals(0, 0, 0), Map.of(), Map.of());

  /**
   * How many passages there are.
   *
   * @param withStems how many of them have a stem at all
   * @param length how many stems they have together
   */
  record Totals(int passages, int withStems, long length) {

    private Totals plus(Totals more, int sign) {
      return new Totals(
          passages + sign * more.passages,
          withStems + sign * more.withStems,
          length + sign * more.length);
    }
  }

  /** With other passages besides. */
  PassageCounts plus(PassageCounts more) {
    return plus(more, 1);
  }

  /** Without some of these passages. */
  PassageCounts minus(PassageCounts gone) {
    return plus(gone, -1);
  }

  private PassageCounts plus(PassageCounts more, int sign) {
    return new PassageCounts(
        totals.plus(more.totals, sign),
        plus(stems, more.stems, sign),
        plus(words, more.words, sign));
  }

  private static Map<String, Integer> plus(
      Map<String, Integer> some, Map<String, Integer> more, int sign) {
    Map<String, Integer> sums = new HashMap<>(some);
    more.forEach((it, count) -> sums.merge(it, sign * count, PassageCounts::sumUnlessZero));
    return sums;
  }

  @SuppressWarnings("NullAway") // null takes a map's entry out
  private static Integer sumUnlessZero(int one, int other) {
    return one + other == 0 ? null : one + other;
  }
}
