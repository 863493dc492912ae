package parley.knowledge.index;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;

/** An index at one moment: what {@link PassageIndex} tells, of that moment alone. */
interface IndexState {

  List<Candidate> candidates(
      String query, Supplier<float[]> vector, int limit, Set<String> documents, Analyzer analyzer);

  Optional<String> nearestWord(String word, int slips);

  /** What is known of each document, by id. */
  SortedMap<String, Source> sources();

  Optional<SourceDocument> document(String id);

  Map<String, String> fingerprints();

  Map<String, String> files();

  int passages();

  int passagesWith(String stem);

  long version();
}
