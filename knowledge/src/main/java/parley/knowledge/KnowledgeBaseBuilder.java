package parley.knowledge;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.scoring.ScoringModel;
import io.micrometer.observation.ObservationRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.knowledge.answer.ExtractiveAnswerer;
import parley.knowledge.cluster.ClusterPlace;
import parley.knowledge.document.DocumentException;
import parley.knowledge.document.DocumentFile;
import parley.knowledge.document.DocumentReader;
import parley.knowledge.generation.StreamingModels;
import parley.knowledge.index.EmbeddedModel;
import parley.knowledge.index.IndexException;
import parley.knowledge.index.IndexUpdater;
import parley.knowledge.index.LucenePassageIndex;
import parley.knowledge.index.OpenSearchPassageIndex;
import parley.knowledge.index.PassageIndex;
import parley.knowledge.index.StoredEmbeddingModel;
import parley.knowledge.language.Language;
import parley.knowledge.language.MultilingualProbe;
import parley.knowledge.language.SearchableLanguages;
import parley.knowledge.observation.Stages;
import parley.knowledge.retrieval.CrossEncoder;
import parley.knowledge.retrieval.SentenceScoringModel;

/** What a {@link KnowledgeBase} is opened with. Not thread-safe. */
public final class KnowledgeBaseBuilder {

  private static final Duration PATIENCE_WITH_OTHERS = Duration.ofMinutes(10);

  private static final String ON_THE_CLUSTER = "passages";

  private final List<Path> documents = new ArrayList<>();
  private Path data = Path.of(System.getProperty("user.home"), ".parley", "briefing");
  private @Nullable Path unpacked;
  private @Nullable Path embeddingModel;
  private @Nullable Path reranker;
  private @Nullable LanguageModel model;
  private @Nullable StreamingChatModel chatModel;
  private ModelLimits limits = ModelLimits.DEFAULT;
  private Progress progress = (done, total) -> {};
  private boolean warm;
  private boolean watch;
  private boolean privateFeeds;
  private @Nullable ClusterPlace cluster;
  private ObservationRegistry observations = ObservationRegistry.NOOP;
  private Clock clock = Clock.system(ZoneId.systemDefault());

  KnowledgeBaseBuilder() {}

  /** Adds a folder or a file of documents; without any, the briefing on the talks is served. */
  public KnowledgeBaseBuilder documents(List<Path> paths) {
    documents.addAll(paths);
    return this;
  }

  /** The folder where the index is kept; made if it does not exist. */
  public KnowledgeBaseBuilder data(Path folder) {
    data = folder;
    return this;
  }

  /**
   * The folder where the embedded model and native code are unpacked, 105 MB, once; by default
   * {@code model} in the data folder. Any number of knowledge bases may share one.
   */
  public KnowledgeBaseBuilder unpacked(Path folder) {
    unpacked = folder;
    return this;
  }

  /** A folder with an embedding model, {@code model.onnx} and {@code tokenizer.json}. */
  public KnowledgeBaseBuilder embeddingModel(@Nullable Path folder) {
    embeddingModel = folder;
    return this;
  }

  /** A folder with a cross-encoder, {@code model.onnx} and {@code tokenizer.json}. */
  public KnowledgeBaseBuilder reranker(@Nullable Path folder) {
    reranker = folder;
    return this;
  }

  /** The language model that writes the answers; none for the sources' own sentences. */
  public KnowledgeBaseBuilder model(@Nullable LanguageModel configured) {
    model = configured;
    return this;
  }

  /** Any of LangChain4j's models, in place of a configured one. */
  public KnowledgeBaseBuilder chatModel(@Nullable StreamingChatModel any) {
    chatModel = any;
    return this;
  }

  /** What the language model may take; {@link ModelLimits#DEFAULT} unless said otherwise. */
  public KnowledgeBaseBuilder modelLimits(ModelLimits given) {
    limits = given;
    return this;
  }

  /** Hears how far the reading of documents has come. */
  public KnowledgeBaseBuilder progress(Progress listener) {
    progress = listener;
    return this;
  }

  /** Loads the models while documents are read, for a question that comes at once. */
  public KnowledgeBaseBuilder warm() {
    warm = true;
    return this;
  }

  /**
   * Goes on reading: a document that is added to the folders, changed or removed shows in the
   * answers within seconds. One that can no longer be read is served as it was. What a {@code
   * sources.yaml} in the folders or beside them lists is fetched on its schedule. While nobody
   * asks, passages are read ahead, so that the answers from them come faster.
   */
  public KnowledgeBaseBuilder watch() {
    watch = true;
    return this;
  }

  /**
   * Tells what day it is, which "last week" is counted from; the machine's unless said otherwise.
   */
  public KnowledgeBaseBuilder clock(Clock given) {
    clock = given;
    return this;
  }

  /**
   * Tells how long each stage of an answer takes: observations named {@code parley.stage}, where
   * something is observed around a question in its thread. Without it nobody is told.
   */
  public KnowledgeBaseBuilder observations(ObservationRegistry registry) {
    observations = registry;
    return this;
  }

  /**
   * Keeps the index on an OpenSearch cluster, which any number of knowledge bases of the same
   * documents share: one at a time changes it, and all answer from it. Whoever opens one while
   * another changes it answers from what it holds; only where that is nothing yet, it waits, ten
   * minutes at most.
   *
   * @param place null for the data folder
   */
  public KnowledgeBaseBuilder cluster(@Nullable ClusterPlace place) {
    cluster = place;
    return this;
  }

  /** Fetches from addresses that are not public, too: this machine's own and its neighbours'. */
  public KnowledgeBaseBuilder allowPrivateFeeds() {
    privateFeeds = true;
    return this;
  }

  /**
   * Reads the documents and opens the index.
   *
   * @throws DocumentException if there is no document to serve
   * @throws IndexException if the data folder cannot be used
   */
  public KnowledgeBase open() {
    Corpus corpus = new Corpus(documents, data.resolve("fetched"), watch, privateFeeds);
    corpus.makeFetchedFolder();
    List<DocumentFile> files = corpus.files();
    EmbeddedModel embedded = EmbeddedModel.load(embeddingModel, unpacked());
    LoadingAhead loading = warm ? LoadingAhead.of(embedded) : LoadingAhead.NOTHING;
    try {
      return open(embedded, loading, corpus, files);
    } catch (RuntimeException e) {
      loading.close();
      throw e;
    }
  }

  private KnowledgeBase open(
      EmbeddedModel embedded, LoadingAhead loading, Corpus corpus, List<DocumentFile> files) {
    StoredEmbeddingModel embeddings =
        new StoredEmbeddingModel(embedded, data.resolve("embeddings"));
    PassageIndex index = index(embedded.name() + " " + DocumentReader.VERSION);
    DocumentUpkeep upkeep =
        new DocumentUpkeep(
            corpus,
            index,
            new IndexUpdater(index, embeddings),
            cluster == null ? Duration.ZERO : PATIENCE_WITH_OTHERS);
    ScoringModel scoring = scoring(index, embeddings);
    KnowledgeBase knowledge =
        new KnowledgeBase(loading, embeddings, index, pipeline(index, embeddings, scoring), upkeep);
    try {
      upkeep.begin(files, progress);
      if (watch && scoring instanceof SentenceScoringModel model) {
        knowledge.readAhead(
            passage -> model.readAhead(passage.text(), ExtractiveAnswerer.sentences(passage)));
      }
      return knowledge;
    } catch (RuntimeException e) {
      knowledge.close();
      throw e;
    }
  }

  private PassageIndex index(String madeBy) {
    return cluster == null
        ? LucenePassageIndex.open(data.resolve("index"), madeBy)
        : OpenSearchPassageIndex.open(cluster, ON_THE_CLUSTER, madeBy);
  }

  private ScoringModel scoring(PassageIndex index, StoredEmbeddingModel embeddings) {
    return reranker == null
        ? new SentenceScoringModel(embeddings, embeddings, index)
        : CrossEncoder.load(reranker);
  }

  private Pipeline pipeline(
      PassageIndex index, StoredEmbeddingModel embeddings, ScoringModel scoring) {
    // the embedded model is known to know English alone
    Supplier<Set<Language>> searchable =
        embeddingModel == null ? Set::of : new MultilingualProbe(embeddings);
    return Pipeline.of(
        index,
        embeddings,
        scoring,
        new SearchableLanguages(index, searchable),
        chatModel()
            .map(writer -> new Pipeline.Writer(writer, limits, data.resolve("model-tokens"))),
        new Stages(observations),
        clock);
  }

  private Path unpacked() {
    return unpacked == null ? data.resolve("model") : unpacked;
  }

  private Optional<StreamingChatModel> chatModel() {
    return chatModel == null
        ? Optional.ofNullable(model).map(configured -> StreamingModels.of(configured, limits))
        : Optional.of(chatModel);
  }
}
