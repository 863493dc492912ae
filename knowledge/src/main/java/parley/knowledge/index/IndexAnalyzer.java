package parley.knowledge.index;

import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardAnalyzer;

/** English words: stemmed for searching, as they are for spelling. */
final class IndexAnalyzer extends DelegatingAnalyzerWrapper {

  private final Analyzer stemmed = new EnglishAnalyzer();
  private final Map<String, Analyzer> byField = Map.of(PassageFields.WORDS, new StandardAnalyzer());

  IndexAnalyzer() {
    super(PER_FIELD_REUSE_STRATEGY);
  }

  @Override
  protected Analyzer getWrappedAnalyzer(String field) {
    return byField.getOrDefault(field, stemmed);
  }
}
