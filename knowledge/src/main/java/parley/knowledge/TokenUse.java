package parley.knowledge;

/**
 * What a language model read and wrote, in its own tokens; estimated where it did not say.
 *
 * @param in tokens read, 0 or more
 * @param out tokens written, 0 or more
 */
public record TokenUse(int in, int out) {

  /** No language model was asked. */
  public static final TokenUse NONE = new TokenUse(0, 0);

  /** Both together. */
  public TokenUse plus(TokenUse other) {
    return new TokenUse(in + other.in, out + other.out);
  }

  /** Read and written. */
  public int sum() {
    return in + out;
  }
}
