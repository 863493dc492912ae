package parley.knowledge.answer;

import java.util.List;
import java.util.Objects;
import parley.knowledge.FoundPassage;
import parley.knowledge.Passage;

/** Names what the documents do say that is near to a question they do not answer. */
final class NearbyTopics {

  private static final int MOST = 3;

  private NearbyTopics() {}

  /** The sections of the passages found, or else their documents' titles, nearest first. */
  static List<String> of(List<FoundPassage> found) {
    return found.stream()
        .map(FoundPassage::passage)
        .map(NearbyTopics::topic)
        .distinct()
        .limit(MOST)
        .toList();
  }

  private static String topic(Passage passage) {
    return Objects.requireNonNullElse(passage.section(), passage.source().title());
  }
}
