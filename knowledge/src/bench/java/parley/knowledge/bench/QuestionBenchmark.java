package parley.knowledge.bench;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import parley.knowledge.Answer;
import parley.knowledge.FoundPassage;
import parley.knowledge.KnowledgeBase;
import parley.knowledge.Question;
import parley.knowledge.index.EmbeddedModel;
import parley.knowledge.index.MadeUpVectors;
import parley.knowledge.index.StoredEmbeddingModel;
import parley.knowledge.retrieval.EasyRag;

/**
 * How long a question takes that nobody has asked before, in each of several ways. Another question
 * is embedded barely before each, and searched for before the bare embedding: so each finds the
 * processor's memory as one that answers questions leaves it, where a loop of embeddings alone
 * finds all of the model still there, and is a fifth faster.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 10)
@Measurement(iterations = 1, time = 10)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class QuestionBenchmark {

  private static final int FOUND = 10;

  /** Questions to documents of so many passages, each of them new. */
  @State(Scope.Benchmark)
  public static class Questions {

    @Param("600")
    public int passages;

    private final AtomicInteger asked = new AtomicInteger();
    private List<String> questions;

    /** Reads them. */
    @Setup
    public void read() {
      questions = Corpus.of(passages).texts().questions();
    }

    String next() {
      int number = asked.getAndIncrement();
      // of another white space in each turn, so that nothing is known of the question
      return questions.get(number % questions.size()) + " ".repeat(number / questions.size());
    }
  }

  /** The embedding model alone. */
  @State(Scope.Benchmark)
  public static class Model {

    private EmbeddedModel model;

    /** Loads it. */
    @Setup
    public void load(Questions questions) {
      model = Corpus.of(questions.passages).model();
    }

    Response<List<Embedding>> embed(String question) {
      return model.model().embedAll(List.of(TextSegment.from(model.queryPrefix() + question)));
    }
  }

  /** An embedding before each time. */
  @State(Scope.Benchmark)
  public static class AfterEmbedding {

    /** Embeds the next question. */
    @Setup(Level.Invocation)
    public void embed(Questions questions, Model model) {
      model.embed(questions.next());
    }
  }

  /** Parley with its kept index. */
  @State(Scope.Benchmark)
  public static class Kept {

    private KnowledgeBase knowledge;

    /** Opens it. */
    @Setup
    public void open(Questions questions) {
      knowledge = Corpus.of(questions.passages).open();
    }

    /** Closes it. */
    @TearDown
    public void close() {
      knowledge.close();
    }
  }

  /** A search before each time. */
  @State(Scope.Benchmark)
  public static class AfterSearch {

    /** Searches for the next question. */
    @Setup(Level.Invocation)
    public void search(Questions questions, Kept kept) {
      kept.knowledge.search(questions.next(), FOUND);
    }
  }

  /** The same as a service has it after a while, when all passages are read ahead. */
  @State(Scope.Benchmark)
  public static class ReadAhead {

    private KnowledgeBase knowledge;

    /** Opens it. */
    @Setup
    public void open(Questions questions) {
      knowledge = Corpus.of(questions.passages).openReadAhead();
    }

    /** Closes it. */
    @TearDown
    public void close() {
      knowledge.close();
    }
  }

  /** Easy RAG's store, of the same paragraphs with the same vectors. */
  @State(Scope.Benchmark)
  public static class Easy {

    private EasyRag easyRag;

    /** Fills it. */
    @Setup
    public void fill(Questions questions, Model model) {
      Corpus corpus = Corpus.of(questions.passages);
      MixedDocuments texts = corpus.texts();
      List<String> paragraphs =
          texts.documents(questions.passages).stream()
              .flatMap(List::stream)
              .collect(Collectors.toList());
      try (StoredEmbeddingModel embeddings =
          new StoredEmbeddingModel(model.model, corpus.data().resolve("embeddings"))) {
        MadeUpVectors vectors = new MadeUpVectors(texts.sentences(), embeddings);
        List<Embedding> made = paragraphs.stream().map(vectors::of).toList();
        easyRag = EasyRag.ofSegments(paragraphs, made, model.model.model(), FOUND);
      }
    }
  }

  /** What nothing that embeds the question can beat. */
  @Benchmark
  public Response<List<Embedding>> bareEmbedding(
      Questions questions, Model model, AfterSearch before) {
    return model.embed(questions.next());
  }

  /** LangChain4j's search. */
  @Benchmark
  public List<String> easyRagSearch(Questions questions, Easy easy, AfterEmbedding before) {
    return easy.easyRag.find(questions.next());
  }

  /** Parley's search. */
  @Benchmark
  public List<FoundPassage> search(Questions questions, Kept kept, AfterEmbedding before) {
    return kept.knowledge.search(questions.next(), FOUND);
  }

  /** Parley's answer. */
  @Benchmark
  public Answer answer(Questions questions, ReadAhead read, AfterEmbedding before) {
    return read.knowledge.quote(Question.of(questions.next()));
  }
}
