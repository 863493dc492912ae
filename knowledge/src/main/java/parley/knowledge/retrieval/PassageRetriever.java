package parley.knowledge.retrieval;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import java.util.List;
import java.util.Set;
import parley.knowledge.FoundPassage;
import parley.knowledge.index.Candidate;
import parley.knowledge.index.PassageIndex;
import parley.knowledge.observation.Stage;
import parley.knowledge.observation.Stages;

/** Retrieves passages by words and by meaning together. Thread-safe. */
public final class PassageRetriever implements ContentRetriever {

  /** Of each kind: enough that the right paragraph is among them for 99 questions in 100. */
  private static final int CANDIDATES = 50;

  private static final int RETRIEVED = 10;

  private final PassageIndex index;
  private final EmbeddingModel embeddings;
  private final Stages stages;

  /**
   * A retriever over an index whose passages the same model embedded.
   *
   * @param stages are told how long it takes
   */
  public PassageRetriever(PassageIndex index, EmbeddingModel embeddings, Stages stages) {
    this.index = index;
    this.embeddings = embeddings;
    this.stages = stages;
  }

  @Override
  public List<Content> retrieve(Query query) {
    return find(query.text(), RETRIEVED).stream().map(PassageContent::of).toList();
  }

  /** A retriever of at most so many passages of these documents; of all if there are none. */
  public ContentRetriever in(Set<String> documents, int limit) {
    return query -> find(query.text(), limit, documents).stream().map(PassageContent::of).toList();
  }

  /** The passages that fit best, best first, at most so many. */
  public List<FoundPassage> find(String query, int limit) {
    return find(query, limit, Set.of());
  }

  /** The same in these documents alone, named by their ids; in all if there are none. */
  public List<FoundPassage> find(String query, int limit, Set<String> documents) {
    return stages.through(Stage.RETRIEVAL, () -> found(query, limit, documents));
  }

  private List<FoundPassage> found(String query, int limit, Set<String> documents) {
    List<Candidate> candidates =
        index.candidates(
            query, () -> embeddings.embed(query).content(), Math.max(CANDIDATES, limit), documents);
    List<FoundPassage> fused = ScoreFusion.fuse(candidates);
    return fused.subList(0, Math.min(limit, fused.size()));
  }
}
