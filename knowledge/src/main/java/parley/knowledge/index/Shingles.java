package parley.knowledge.index;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.lucene.util.BytesRef;

/**
 * What tells whether two texts are copies of one another without comparing them: the least hashes
 * of their runs of three words (MinHash, Broder 1997), and a hash of their numbers, since a report
 * with another number is another report.
 */
final class Shingles {

  private static final int WORDS = 3;

  /** With so many, the estimate of a likeness of 0.7 errs by 0.06 (one standard deviation). */
  private static final int HASHES = 64;

  /** Texts this much alike are copies: two words of forty may be others. */
  private static final double COPY = 0.7;

  private static final int MOST_OTHERS = (int) (HASHES * (1 - COPY));

  /** Shorter texts are alike by chance. */
  private static final int FEWEST_WORDS = 6;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern NUMBER = Pattern.compile("\\p{N}");

  private final int numbers;
  private final short[] least;

  private Shingles(int numbers, short[] least) {
    this.numbers = numbers;
    this.least = least;
  }

  static Shingles of(String text) {
    List<String> words =
        WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
    int[] numbers = words.stream().filter(Shingles::isNumber).mapToInt(String::hashCode).toArray();
    return new Shingles(
        Arrays.hashCode(numbers), words.size() < FEWEST_WORDS ? new short[0] : least(words));
  }

  private static boolean isNumber(String word) {
    return NUMBER.matcher(word).find();
  }

  private static short[] least(List<String> words) {
    int[] least = new int[HASHES];
    Arrays.fill(least, Integer.MAX_VALUE);
    for (int i = 0; i + WORDS <= words.size(); i++) {
      int shingle = words.subList(i, i + WORDS).hashCode();
      for (int hash = 0; hash < HASHES; hash++) {
        least[hash] = Math.min(least[hash], mixed(shingle, hash));
      }
    }
    short[] kept = new short[HASHES];
    for (int hash = 0; hash < HASHES; hash++) {
      kept[hash] = (short) least[hash];
    }
    return kept;
  }

  /** One of a family of hash functions: the finaliser of MurmurHash3 (Appleby), seeded. */
  private static int mixed(int value, int seed) {
    int h = value ^ (seed * 0x9E3779B9);
    h = (h ^ (h >>> 16)) * 0x85EBCA6B;
    h = (h ^ (h >>> 13)) * 0xC2B2AE35;
    return h ^ (h >>> 16);
  }

  /** Whether the texts say the same in the same words, but for one or two. */
  boolean isCopyOf(Shingles other) {
    if (numbers != other.numbers || least.length == 0 || least.length != other.least.length) {
      return false;
    }
    int others = 0;
    for (int i = 0; i < least.length && others <= MOST_OTHERS; i++) {
      others += least[i] == other.least[i] ? 0 : 1;
    }
    return others <= MOST_OTHERS;
  }

  BytesRef bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + least.length * Short.BYTES);
    bytes.putInt(numbers).asShortBuffer().put(least);
    return new BytesRef(bytes.array());
  }

  static Shingles of(BytesRef ref) {
    ByteBuffer bytes = ByteBuffer.wrap(ref.bytes, ref.offset, ref.length);
    int numbers = bytes.getInt();
    short[] least = new short[bytes.remaining() / Short.BYTES];
    bytes.asShortBuffer().get(least);
    return new Shingles(numbers, least);
  }
}
