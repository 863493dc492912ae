package parley.knowledge.generation;

import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.aggregator.ContentAggregator;
import dev.langchain4j.rag.query.Query;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import parley.knowledge.Passage;
import parley.knowledge.Source;
import parley.knowledge.retrieval.PassageContent;

/** Has another aggregator choose, and puts what it chose in order: the newest document first. */
record NewestFirst(ContentAggregator chooser) implements ContentAggregator {

  /** Those without a date come last. */
  static final Comparator<Passage> ORDER =
      Comparator.comparing(Passage::source, Source.NEWEST_FIRST);

  @Override
  public List<Content> aggregate(Map<Query, Collection<List<Content>>> found) {
    return chooser.aggregate(found).stream()
        .sorted(Comparator.comparing(content -> PassageContent.passage(content).passage(), ORDER))
        .toList();
  }
}
