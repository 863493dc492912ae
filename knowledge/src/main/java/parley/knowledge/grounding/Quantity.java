package parley.knowledge.grounding;

/**
 * A number of a text.
 *
 * @param value as it is written, in the unit that goes with it; a part of a whole in hundredths
 * @param unit what it measures
 * @param spelt whether it is written as a word
 * @param rough whether a word before it says "about", or "more than"
 * @param start offset of its first character in the text
 * @param end offset behind its last
 */
record Quantity(double value, Unit unit, boolean spelt, boolean rough, int start, int end) {

  /** What a number measures, as far as numbers of other units may say the same. */
  enum Unit {
    /** Anything that is counted, money and lengths too. */
    COUNT(0),
    /** A part of a whole: percentages and fractions. */
    SHARE(0),
    HOUR(1 / 24.0),
    DAY(1),
    WEEK(7),
    FORTNIGHT(14),
    MONTH(30.44),
    YEAR(365.25),
    DECADE(3652.5),
    CENTURY(36525);

    private final double days;

    Unit(double days) {
      this.days = days;
    }

    boolean isTime() {
      return days > 0;
    }
  }

  /** A month may be said to be 30 days, as a part of the longer. */
  private static final double SAME_TIME = 0.02;

  /** "Two thirds" may be 66 or 67 percent, "more than a fifth" 22. */
  private static final double SAME_SHARE = 2.5;

  private static final double EXACT = 0.01;

  /** "Some 600,000" may be 615,000. */
  private static final double ROUNDED = 0.1;

  /** Whether the other number says the same, be it in another unit of time or as a fraction. */
  boolean says(Quantity other) {
    if (unit == Unit.SHARE && other.unit == Unit.SHARE) {
      return Math.abs(value - other.value) <= (spelt == other.spelt ? EXACT : SAME_SHARE);
    }
    if (unit.isTime() && other.unit.isTime()) {
      return isNear(days(), other.days(), SAME_TIME);
    }
    return isNear(value, other.value, 0) || isBareDays(other) || other.isBareDays(this);
  }

  /** Whether both are parts of a whole, or both times, or both counts. */
  boolean isComparable(Quantity other) {
    return (unit == Unit.SHARE) == (other.unit == Unit.SHARE)
        && unit.isTime() == other.unit.isTime();
  }

  Quantity roughly() {
    return new Quantity(value, unit, spelt, true, start, end);
  }

  /** Whether it says that it is rounded, and may be the other one. */
  boolean rounds(Quantity other) {
    double ours = unit.isTime() ? days() : value;
    double theirs = unit.isTime() ? other.days() : other.value;
    return rough && isComparable(other) && isNear(ours, theirs, ROUNDED);
  }

  /** "Food for ten days and water for seven": the second lasts a week. */
  private boolean isBareDays(Quantity time) {
    return unit == Unit.COUNT && time.unit.isTime() && isNear(value, time.days(), 0);
  }

  private double days() {
    return value * unit.days;
  }

  /** Whether two values differ by no more than a share of the greater. */
  static boolean isNear(double one, double other, double share) {
    return Math.abs(one - other) <= Math.max(Math.abs(one), Math.abs(other)) * share + 1e-9;
  }
}
