package parley.knowledge.index;

/** How common stems are among the passages of an index. Implementations are thread-safe. */
public interface TermStatistics {

  /** How many passages there are. */
  int passages();

  /** How many passages hold this stem, as {@link Terms} stems. */
  int passagesWith(String stem);

  /**
   * Inverse document frequency as BM25 has it (Robertson and Spärck Jones), at least 0: the rarer
   * the stem, the higher.
   */
  default double rarity(String stem) {
    int with = passagesWith(stem);
    return Math.log(1 + (passages() - with + 0.5) / (with + 0.5));
  }
}
