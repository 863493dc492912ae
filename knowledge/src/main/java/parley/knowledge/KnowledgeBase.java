package parley.knowledge;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.knowledge.generation.GenerativeAnswerer;
import parley.knowledge.index.PassageIndex;
import parley.knowledge.index.StoredEmbeddingModel;

/**
 * Answers questions from documents.
 *
 * <pre>{@code
 * try (KnowledgeBase talks = KnowledgeBase.builder().data(Path.of("data")).open()) {
 *   Answer answer = talks.ask(Question.of("Who leads the American delegation?"));
 *   System.out.println(answer.text());
 * }
 * }</pre>
 *
 * <p>Thread-safe. The documents are read when it is opened, and as they change if it {@linkplain
 * KnowledgeBaseBuilder#watch watches} them, while it goes on answering: each answer is of one state
 * of them. What is kept in the data folder makes that quick from the second time on.
 */
public final class KnowledgeBase implements AutoCloseable {

  private final LoadingAhead loading;
  private final StoredEmbeddingModel embeddings;
  private final PassageIndex index;
  private final Pipeline pipeline;
  private final DocumentUpkeep upkeep;
  private final Attention attention = new Attention();
  private @Nullable ReadingAhead ahead;

  /** Of parts that are this one's to close from now on. */
  KnowledgeBase(
      LoadingAhead loading,
      StoredEmbeddingModel embeddings,
      PassageIndex index,
      Pipeline pipeline,
      DocumentUpkeep upkeep) {
    this.loading = loading;
    this.embeddings = embeddings;
    this.index = index;
    this.pipeline = pipeline;
    this.upkeep = upkeep;
  }

  /** Begins with the defaults: the briefing on the Paris talks, the embedded models. */
  public static KnowledgeBaseBuilder builder() {
    return new KnowledgeBaseBuilder();
  }

  /**
   * Answers a question; never throws because of what the question holds.
   *
   * @return the answer, or why there is none
   */
  public Answer ask(Question question) {
    return attending(() -> pipeline.answerer().answer(within(question)));
  }

  /**
   * Holds a text against the documents: for each of its first statements, the passage that is
   * closest. Whether the passage bears the statement out is not judged.
   *
   * @param text any text, with the documents to look in; its history is not looked at
   * @param most how many statements at most, at least 1
   * @return in the order of the text; empty where it makes no statement
   */
  public List<Finding> compare(Question text, int most) {
    return attending(() -> pipeline.comparison().compare(within(text), most));
  }

  /**
   * The same as {@link #ask(Question)}, telling the statements of a language model as they pass the
   * check.
   *
   * @param listener called from this thread, before this method returns; of an answer in the
   *     sources' own sentences it hears nothing
   */
  public Answer ask(Question question, AnswerListener listener) {
    return attending(() -> pipeline.answerer().answer(within(question), listener));
  }

  /** Answers in the sources' own sentences, without the language model. */
  public Answer quote(Question question) {
    return attending(() -> pipeline.extractive().answer(within(question)));
  }

  /**
   * Asks the language model for a word, which may take as long as an answer.
   *
   * @return what is wrong with it; empty if it answers, or there is none
   */
  public Optional<String> modelComplaint() {
    return pipeline.generative().flatMap(GenerativeAnswerer::complaint);
  }

  /**
   * The passages that fit a query best, best first.
   *
   * @param top how many at most, at least 1
   */
  public List<FoundPassage> search(String query, int top) {
    return search(query, top, Set.of());
  }

  /**
   * The same in some documents.
   *
   * @param documents names, as {@link DocumentSelection} takes them; empty for all documents
   */
  public List<FoundPassage> search(String query, int top, Set<String> documents) {
    return attending(() -> pipeline.retriever().find(query, top, ids(documents)));
  }

  /**
   * Puts together questions that ask the same, in other words or in another language as far as it
   * is understood. Ten thousand different questions take about a minute on one processor.
   *
   * @param asked the same ones in the same order always make the same groups
   * @param text what was asked
   * @return the largest group first; in each, those in the wording that is asked most come first
   */
  public <Q> List<List<Q>> alike(List<Q> asked, Function<? super Q, String> text) {
    return pipeline.likeness().groups(asked, text);
  }

  private <T> T attending(Supplier<T> answer) {
    return attention.to(() -> index.consistently(answer));
  }

  /** To the documents that its names stand for in the state that is answered from. */
  private Question within(Question question) {
    return question.to(ids(question.documents()));
  }

  private Set<String> ids(Set<String> names) {
    return names.isEmpty() ? names : DocumentSelection.of(names).ids(index.sources());
  }

  /** The documents served, ordered by id. */
  public List<Source> sources() {
    return index.sources();
  }

  /** One document with its paragraphs. */
  public Optional<SourceDocument> document(String id) {
    return index.document(id);
  }

  /** Reads passages ahead from now on, while nobody asks. */
  void readAhead(Consumer<Passage> reading) {
    ahead = ReadingAhead.start(index, embeddings, reading, attention);
  }

  /**
   * Whether all passages have been read ahead, so that answers come as fast as they ever will;
   * never without {@link KnowledgeBaseBuilder#watch}.
   */
  public boolean isReadAhead() {
    return ahead != null && ahead.isDone();
  }

  /**
   * How long ago the documents were last looked at without anything going wrong: some seconds,
   * unless many change at once, or the folders or the index are out of reach.
   *
   * @return nothing without {@link KnowledgeBaseBuilder#watch}
   */
  public Optional<Duration> age() {
    return upkeep.age();
  }

  @Override
  public void close() {
    upkeep.close();
    if (ahead != null) {
      ahead.close();
    }
    loading.close();
    index.close();
    embeddings.close();
  }
}
