package parley.knowledge.generation;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.rag.query.transformer.CompressingQueryTransformer;
import dev.langchain4j.rag.query.transformer.QueryTransformer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a question stand alone, in English, by the model; where it does not, by embedded means. A
 * first question in English is left as it is. Not thread-safe.
 */
final class StandaloneTransformer implements QueryTransformer {

  private static final Logger log = LoggerFactory.getLogger(StandaloneTransformer.class);

  /** What the model makes of a question is no longer than this, or else no question. */
  private static final int LONGEST = 500;

  private final ChatModel model;
  private final boolean foreign;
  private final List<QueryTransformer> embedded;
  private final QueryTransformer then;

  /**
   * @param foreign whether the question is in another language than English
   * @param embedded the way without a model, one after the other
   * @param then mends what either of them gives
   */
  StandaloneTransformer(
      ChatModel model, boolean foreign, List<QueryTransformer> embedded, QueryTransformer then) {
    this.model = model;
    this.foreign = foreign;
    this.embedded = List.copyOf(embedded);
    this.then = then;
  }

  @Override
  public Collection<Query> transform(Query query) {
    return then.transform(standalone(query));
  }

  private Query standalone(Query query) {
    boolean first = query.metadata().chatMemory().isEmpty();
    if (first && !foreign) {
      return query;
    }
    try {
      Query written = first ? inEnglish(query) : condensed(query);
      if (!written.text().isBlank() && written.text().length() <= LONGEST) {
        return written;
      }
    } catch (ModelFault fault) {
      log.warn("a question was made to stand alone without the model: {}", fault.getMessage());
    }
    return embedded(query);
  }

  private Query condensed(Query query) {
    return only(
        new CompressingQueryTransformer(model, PromptFile.CONDENSE.template()).transform(query));
  }

  private Query inEnglish(Query query) {
    String prompt = PromptFile.ENGLISH.template().apply(Map.of("query", query.text())).text();
    return Query.from(model.chat(prompt), query.metadata());
  }

  /** As it was asked, where nothing is understood of it. */
  private Query embedded(Query query) {
    Query made = query;
    for (QueryTransformer step : embedded) {
      made = step.transform(made).stream().findFirst().orElse(query);
    }
    return made;
  }

  private static Query only(Collection<Query> queries) {
    return List.copyOf(queries).get(0);
  }
}
