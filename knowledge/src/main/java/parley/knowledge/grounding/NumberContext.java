package parley.knowledge.grounding;

import java.util.stream.IntStream;

/**
 * Whether the numbers of a statement count what they count in the evidence.
 *
 * @param swapped how much better two numbers go with the words around each other, 0 to 1
 * @param rivalled how much better the words around a number go with one that the statement does not
 *     give, 0 to 1
 * @param contested how well the words behind a number that is not there follow another one, 0 to 1
 */
record NumberContext(double swapped, double rivalled, double contested) {

  /** Shares are said in many ways. */
  private static final double OTHER_SHARE = 0.8;

  static NumberContext of(Alignment alignment, Figures figures) {
    return new Contexts(alignment, figures).measured();
  }

  private record Contexts(Alignment alignment, Figures figures, Segments said, Segments there) {

    Contexts(Alignment alignment, Figures figures) {
      this(
          alignment,
          figures,
          segments(alignment.statement(), false),
          segments(alignment.evidence(), true));
    }

    private static Segments segments(Reading reading, boolean offered) {
      String rest = DatedText.of(reading.text()).rest();
      return new Segments(reading, offered ? Quantities.offeredBy(rest) : Quantities.in(rest));
    }

    NumberContext measured() {
      double swapped = 0;
      double rivalled = 0;
      double contested = 0;
      for (Quantity claimed : said.quantities()) {
        if (there.quantities().stream().noneMatch(claimed::says)) {
          contested = Math.max(contested, contested(claimed));
          continue;
        }
        for (Quantity other : said.quantities()) {
          if (claimed.start() < other.start() && !claimed.says(other)) {
            swapped = Math.max(swapped, swapped(claimed, other));
          }
        }
        rivalled = Math.max(rivalled, rivalled(claimed));
      }
      return new NumberContext(swapped, rivalled, contested);
    }

    private double swapped(Quantity one, Quantity other) {
      if (there.quantities().stream().noneMatch(other::says) || !one.isComparable(other)) {
        return 0;
      }
      double straight = around(one, one) + around(other, other);
      return (around(one, other) + around(other, one) - straight) / 2;
    }

    private double rivalled(Quantity claimed) {
      double ours = around(claimed, claimed);
      return there.quantities().stream()
          .filter(claimed::isComparable)
          .filter(rival -> said.quantities().stream().noneMatch(rival::says))
          .mapToDouble(rival -> around(claimed, rival) - ours)
          .max()
          .orElse(0);
    }

    /** How alike the words around a claimed number and around a number there are. */
    private double around(Quantity claimed, Quantity value) {
      int[] words = said.wordsOf(claimed);
      return there.quantities().stream()
          .filter(value::says)
          .mapToDouble(number -> alignment.mean(words, there.wordsOf(number)))
          .max()
          .orElse(0);
    }

    private double contested(Quantity claimed) {
      if (figures.yields(claimed)) {
        return 0;
      }
      if (claimed.unit() == Quantity.Unit.SHARE) {
        return there.quantities().stream().anyMatch(claimed::isComparable) ? OTHER_SHARE : 0;
      }
      int[] words = said.wordsBehind(claimed);
      return there.quantities().stream()
          .filter(claimed::isComparable)
          .mapToDouble(other -> nearest(words, there.wordsBehind(other)))
          .max()
          .orElse(0);
    }

    private double nearest(int[] words, int[] others) {
      return IntStream.of(words)
          .mapToDouble(word -> alignment.mean(new int[] {word}, others))
          .max()
          .orElse(0);
    }
  }
}
