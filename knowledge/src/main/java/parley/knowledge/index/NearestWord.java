package parley.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;

/** Finds the word of an index that is written most like another. */
final class NearestWord {

  private NearestWord() {}

  /** As {@link PassageIndex#nearestWord} says. */
  static Optional<String> of(String word, int slips, IndexReader reader) {
    try {
      Term term = new Term(PassageFields.WORDS, word);
      Terms words = MultiTerms.getTerms(reader, PassageFields.WORDS);
      if (words == null || reader.docFreq(term) > 0) {
        return words == null ? Optional.empty() : Optional.of(word);
      }
      FuzzyTermsEnum near = new FuzzyTermsEnum(words, term, slips, 0, true);
      BoostAttribute nearness = near.attributes().addAttribute(BoostAttribute.class);
      String nearest = null;
      float best = 0;
      for (BytesRef found = near.next(); found != null; found = near.next()) {
        if (nearness.getBoost() > best) {
          best = nearness.getBoost();
          nearest = found.utf8ToString();
        }
      }
      return Optional.ofNullable(nearest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
