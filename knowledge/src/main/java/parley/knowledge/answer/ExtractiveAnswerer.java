package parley.knowledge.answer;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.scoring.ScoringModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.knowledge.Answer;
import parley.knowledge.FoundPassage;
import parley.knowledge.Outcome;
import parley.knowledge.Question;
import parley.knowledge.index.PassageIndex;
import parley.knowledge.retrieval.PassageRetriever;

/** Answers with sentences of the documents themselves. Thread-safe. */
public final class ExtractiveAnswerer implements Answerer {

  /** Passages read for an answer. */
  private static final int PASSAGES = 8;

  private final PassageRetriever retriever;
  private final PassageIndex index;
  private final ExcerptScoring scoring;
  private final CitationCheck check;

  private ExtractiveAnswerer(PassageRetriever retriever, PassageIndex index, ScoringModel model) {
    this.retriever = retriever;
    this.index = index;
    this.scoring = new ExcerptScoring(model);
    this.check = new CitationCheck(index);
  }

  /**
   * An answerer over an index.
   *
   * @param reranker folder of a cross-encoder, or null for the embedded scoring
   */
  public static ExtractiveAnswerer over(
      PassageRetriever retriever,
      PassageIndex index,
      EmbeddingModel embeddings,
      @Nullable Path reranker) {
    return new ExtractiveAnswerer(retriever, index, new InterimScoring(embeddings));
  }

  @Override
  public Answer answer(Question question) {
    long start = System.nanoTime();
    String text = QuestionText.clean(question.text());
    Optional<String> complaint = QuestionText.complaint(text);
    if (complaint.isPresent()) {
      return reply(question, Outcome.REFUSED, complaint.get(), List.of(), start);
    }
    Optional<String> smallTalk = SmallTalk.replyTo(text);
    if (smallTalk.isPresent()) {
      return reply(question, Outcome.SMALL_TALK, smallTalk.get(), List.of(), start);
    }
    return fromDocuments(question, text, start);
  }

  private Answer fromDocuments(Question question, String text, long start) {
    List<FoundPassage> found = retriever.find(text, PASSAGES);
    List<ScoredExcerpt> scored = scoring.score(found, text);
    if (scored.isEmpty() || scored.get(0).score() < 0.5) {
      return notInSources(question, found, start);
    }
    Composition composed = Composition.of(StatementSelection.choose(scored), index);
    if (!composed.citations().stream().allMatch(check::holds)) {
      return notInSources(question, found, start);
    }
    return new Answer(
        question.text(),
        Outcome.ANSWERED,
        composed.text(),
        composed.statements(),
        composed.citations(),
        List.of(),
        Objects.requireNonNullElse(composed.citations().get(0).source().language(), "en"),
        since(start));
  }

  private static Answer notInSources(Question question, List<FoundPassage> found, long start) {
    List<String> topics = NearbyTopics.of(found);
    String text =
        topics.isEmpty()
            ? "The documents do not say."
            : "The documents do not say. Near to it you can ask about: "
                + String.join("; ", topics)
                + ".";
    return reply(question, Outcome.NOT_IN_SOURCES, text, topics, start);
  }

  private static Answer reply(
      Question question, Outcome outcome, String text, List<String> suggestions, long start) {
    return new Answer(
        question.text(), outcome, text, List.of(), List.of(), suggestions, "en", since(start));
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
