package parley.knowledge.index;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Turns English text into stems for the lexical index and the reranker, which must agree on them.
 *
 * <p>Function words and the words a question is made with ("who", "did") are left out; accents are
 * folded ("Nicolás"), "U.S." becomes "us", and number words up to twenty become digits, since
 * people ask for "five" where a source writes "5".
 */
public final class EnglishAnalyzer extends Analyzer {
  static final CharArraySet STOP_WORDS =
      new CharArraySet(
          List.of(
              "a", "an", "the", "and", "or", "but", "if", "of", "to", "in", "on", "at", "by", "for",
              "from", "with", "as", "into", "than", "then", "that", "this", "these", "those",
              "there", "is", "are", "was", "were", "be", "been", "being", "am", "do", "does", "did",
              "has", "have", "had", "will", "would", "shall", "should", "can", "could", "may",
              "might", "it", "its", "he", "she", "they", "them", "their", "his", "her", "him", "i",
              "you", "we", "our", "your", "my", "me", "who", "whom", "whose", "what", "which",
              "when", "where", "why", "how", "such", "so", "not", "no", "s", "about"),
          false);

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    Tokenizer tokens = new StandardTokenizer();
    TokenStream stems = new EnglishPossessiveFilter(tokens);
    stems = new LowerCaseFilter(stems);
    stems = new StopFilter(stems, STOP_WORDS);
    stems = new ASCIIFoldingFilter(stems);
    stems = new NumberWordFilter(stems);
    return new TokenStreamComponents(tokens, new PorterStemFilter(stems));
  }

  @Override
  protected TokenStream normalize(String fieldName, TokenStream in) {
    return new ASCIIFoldingFilter(new LowerCaseFilter(in));
  }
}
