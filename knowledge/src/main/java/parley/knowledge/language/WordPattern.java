package parley.knowledge.language;

/**
 * A word of a glossary's entry.
 *
 * @param text as {@link Word#plain}
 * @param folded as {@link Word#folded}
 * @param open whether any ending may follow: written with a * after it
 * @param joined whether a hyphen must tie it to the word before: written with one before it
 */
record WordPattern(String text, String folded, boolean open, boolean joined) {

  /** A longer ending makes another word of it: "безпека", "безпекознавство". */
  private static final int LONGEST_ENDING = 7;

  static WordPattern of(String written) {
    boolean open = written.endsWith("*");
    boolean joined = written.startsWith("-");
    Word word =
        Word.of(written.substring(joined ? 1 : 0, written.length() - (open ? 1 : 0)), joined);
    return new WordPattern(word.plain(), word.folded(), open, joined);
  }

  boolean fits(Word word) {
    return fits(folded, word.folded()) && (word.joined() || !joined);
  }

  /** Whether it fits with every accent. */
  boolean fitsExactly(Word word) {
    return fits(text, word.plain());
  }

  private boolean fits(String pattern, String word) {
    return open
        ? word.startsWith(pattern) && word.length() - pattern.length() <= LONGEST_ENDING
        : word.equals(pattern);
  }
}
