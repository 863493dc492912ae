package parley.knowledge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.util.IOUtils;
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
import parley.knowledge.KnowledgeBase;
import parley.knowledge.index.EmbeddedModel;
import parley.knowledge.retrieval.EasyRag;

/** How long it takes until documents can be asked of: the first time, and from then on. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class IndexBenchmark {

  /** Documents of so many passages, and the embedding model, which is loaded before. */
  @State(Scope.Benchmark)
  public static class Documents {

    @Param("600")
    public int passages;

    private Corpus corpus;
    private EmbeddedModel model;
    private List<String> texts;
    private Path fresh;
    private KnowledgeBase opened;

    /** Loads all that is needed. */
    @Setup(Level.Iteration)
    public void load() throws IOException {
      corpus = Corpus.of(passages);
      model = corpus.model();
      texts =
          corpus.texts().documents(passages).stream()
              .map(paragraphs -> String.join("\n\n", paragraphs))
              .toList();
      fresh = Files.createTempDirectory(corpus.kept(), "fresh");
    }

    /** Leaves nothing behind. */
    @TearDown(Level.Iteration)
    public void close() throws IOException {
      if (opened != null) {
        opened.close();
      }
      IOUtils.rm(fresh);
    }
  }

  /** Parley's reading, embedding and indexing of all documents. */
  @Benchmark
  public void index(Documents documents) {
    documents.corpus.open(documents.fresh).close();
  }

  /** The same by LangChain4j, which keeps it in memory alone. */
  @Benchmark
  public EasyRag easyRagIndex(Documents documents) {
    return EasyRag.ofTexts(documents.texts, documents.model.model(), 1);
  }

  /** Parley's opening of the index that is kept. */
  @Benchmark
  public KnowledgeBase open(Documents documents) {
    documents.opened = documents.corpus.open();
    return documents.opened;
  }
}
