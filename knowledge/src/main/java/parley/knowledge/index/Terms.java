package parley.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * The content words of an English text, by {@link EnglishAnalyzer}. Safe for use by many threads.
 */
public final class Terms {
  private static final Analyzer ANALYZER = new EnglishAnalyzer();

  private Terms() {}

  /**
   * A content word.
   *
   * @param stem as the index holds it
   * @param word as the text has it
   * @param start offset of its first character
   */
  public record Term(String stem, String word, int start) {
    /** Whether the word begins with a capital. */
    public boolean capitalised() {
      return Character.isUpperCase(word.charAt(0));
    }

    /** Whether the word begins with a digit, or is written as one in the index. */
    public boolean numeric() {
      return Character.isDigit(stem.charAt(0));
    }
  }

  /** The stems of the content words of a text. */
  public static Set<String> stems(String text) {
    return of(text).stream().map(Term::stem).collect(Collectors.toSet());
  }

  /** The content words of the text in its order; none if it holds only function words. */
  public static List<Term> of(String text) {
    List<Term> terms = new ArrayList<>();
    try (TokenStream tokens = ANALYZER.tokenStream("text", text)) {
      CharTermAttribute stem = tokens.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        int start = offset.startOffset();
        terms.add(new Term(stem.toString(), text.substring(start, offset.endOffset()), start));
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return terms;
  }
}
