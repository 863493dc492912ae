package parley.knowledge.answer;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.scoring.ScoringModel;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.rag.query.transformer.QueryTransformer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import parley.knowledge.Answer;
import parley.knowledge.FoundPassage;
import parley.knowledge.Outcome;
import parley.knowledge.Passage;
import parley.knowledge.Question;
import parley.knowledge.index.PassageIndex;
import parley.knowledge.index.Terms;
import parley.knowledge.retrieval.FollowUpTransformer;
import parley.knowledge.retrieval.PassageRetriever;

/** Answers with sentences of the documents themselves. Thread-safe. */
public final class ExtractiveAnswerer implements Answerer {

  /** Passages read for an answer. */
  private static final int PASSAGES = 8;

  /**
   * From this probability on the best sentence is taken for an answer: of the questions that
   * held-out reports answer, 95 of 100 reach it (see sentence-model.json).
   */
  private static final double ANSWERED_FROM = 0.22;

  private static final String NO_SUBJECT =
      "I cannot tell what that is about: please ask in a few more words.";

  private final PassageRetriever retriever;
  private final PassageIndex index;
  private final ExcerptScoring scoring;
  private final List<QueryTransformer> transformers;

  /**
   * An answerer over an index.
   *
   * @param scoring scores sentences, 0 to 1, against a question
   * @param transformers make a question stand alone, one after the other
   */
  public ExtractiveAnswerer(
      PassageRetriever retriever,
      PassageIndex index,
      ScoringModel scoring,
      List<QueryTransformer> transformers) {
    this.retriever = retriever;
    this.index = index;
    this.scoring = new ExcerptScoring(scoring);
    this.transformers = List.copyOf(transformers);
  }

  /** The texts of a passage that are embedded to answer from it. */
  public static List<TextSegment> embedded(Passage passage) {
    return ExcerptScoring.embedded(passage);
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
    String standalone = standalone(new Question(text, question.history()));
    if (Terms.of(standalone).isEmpty()) {
      return reply(question, Outcome.REFUSED, NO_SUBJECT, List.of(), start);
    }
    List<FoundPassage> found = retriever.find(standalone, PASSAGES, question.documents());
    List<ScoredExcerpt> scored = scoring.score(found, standalone);
    if (scored.isEmpty() || scored.get(0).score() < ANSWERED_FROM) {
      return notInSources(question, found, start);
    }
    CitedDocuments documents = new CitedDocuments(index::document);
    Composition composed = Composition.of(StatementSelection.choose(scored), documents);
    if (!composed.citations().stream().allMatch(new CitationCheck(documents)::holds)) {
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

  private String standalone(Question question) {
    Query query = FollowUpTransformer.query(question);
    for (QueryTransformer transformer : transformers) {
      query = transformer.transform(query).iterator().next();
    }
    return query.text();
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
