package parley.knowledge;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.scoring.ScoringModel;
import dev.langchain4j.rag.query.transformer.QueryTransformer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.knowledge.answer.Answerer;
import parley.knowledge.answer.ExtractiveAnswerer;
import parley.knowledge.answer.StatementComparison;
import parley.knowledge.document.DocumentException;
import parley.knowledge.document.DocumentFile;
import parley.knowledge.document.DocumentFiles;
import parley.knowledge.document.DocumentReader;
import parley.knowledge.generation.GenerativeAnswerer;
import parley.knowledge.generation.Library;
import parley.knowledge.generation.StreamingModels;
import parley.knowledge.feed.FeedWatch;
import parley.knowledge.index.EmbeddedModel;
import parley.knowledge.index.FolderWatch;
import parley.knowledge.index.IndexException;
import parley.knowledge.index.IndexUpdater;
import parley.knowledge.index.LucenePassageIndex;
import parley.knowledge.index.PassageIndex;
import parley.knowledge.index.StoredEmbeddingModel;
import parley.knowledge.language.Language;
import parley.knowledge.language.LanguageIdentifier;
import parley.knowledge.language.MultilingualProbe;
import parley.knowledge.language.SearchableLanguages;
import parley.knowledge.language.SpokenLanguages;
import parley.knowledge.language.TranslatingTransformer;
import parley.knowledge.retrieval.CrossEncoder;
import parley.knowledge.retrieval.FollowUpTransformer;
import parley.knowledge.retrieval.PassageRetriever;
import parley.knowledge.retrieval.SentenceScoringModel;
import parley.knowledge.retrieval.SpellingTransformer;

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
 * Builder#watch watches} them, while it goes on answering: each answer is of one state of them.
 * What is kept in the data folder makes that quick from the second time on.
 */
public final class KnowledgeBase implements AutoCloseable {

  private final LoadingAhead loading;
  private final StoredEmbeddingModel embeddings;
  private final PassageIndex index;
  private final PassageRetriever retriever;
  private final ExtractiveAnswerer extractive;
  private final Answerer answerer;
  private final StatementComparison comparison;
  private final Optional<GenerativeAnswerer> generative;
  private final IndexUpdater updater;
  private @Nullable FolderWatch watch;
  private @Nullable FeedWatch feeds;

  private KnowledgeBase(Builder builder, EmbeddedModel model, LoadingAhead loading) {
    this.loading = loading;
    embeddings = new StoredEmbeddingModel(model, builder.data.resolve("embeddings"));
    index =
        LucenePassageIndex.open(
            builder.data.resolve("index"), model.name() + " " + DocumentReader.VERSION);
    retriever = new PassageRetriever(index, embeddings);
    ScoringModel scoring = scoring(builder.reranker);
    LanguageIdentifier identifier = new LanguageIdentifier(index);
    SpokenLanguages languages = new SpokenLanguages(identifier);
    QueryTransformer translating =
        new TranslatingTransformer(
            identifier, index, new SearchableLanguages(index, languagesOf(builder)));
    QueryTransformer spelling = new SpellingTransformer(index, embeddings);
    extractive =
        new ExtractiveAnswerer(
            retriever,
            index,
            scoring,
            embeddings,
            languages,
            List.of(translating, new FollowUpTransformer(), spelling));
    comparison = extractive.comparison();
    Library library =
        new Library(index, retriever, scoring, languages, translating, spelling, embeddings);
    generative =
        builder
            .chatModel()
            .map(
                writer ->
                    new GenerativeAnswerer(
                        extractive,
                        library,
                        writer,
                        builder.limits,
                        builder.data.resolve("model-tokens")));
    answerer = generative.isPresent() ? generative.get() : extractive;
    updater = new IndexUpdater(index, embeddings, ExtractiveAnswerer::embedded);
  }

  /** The embedded model is known to know English alone. */
  private Supplier<Set<Language>> languagesOf(Builder builder) {
    return builder.embeddingModel == null ? Set::of : new MultilingualProbe(embeddings);
  }

  private void read(List<DocumentFile> files, Builder builder) {
    updater.update(files, builder.progress);
    if (index.sources().isEmpty() && !(builder.watch && builder.hasSourceLists())) {
      throw new DocumentException(
          "no document could be read in "
              + builder.documents
              + ": put Markdown, text, HTML, PDF or office documents there");
    }
    if (builder.watch && !builder.documents.isEmpty()) {
      watch = FolderWatch.start(builder.folders(), updater);
      feeds = FeedWatch.start(builder.sourceLists(), builder.fetched(), builder.privateFeeds);
    }
  }

  private ScoringModel scoring(@Nullable Path reranker) {
    return reranker == null
        ? new SentenceScoringModel(embeddings, embeddings, index)
        : CrossEncoder.load(reranker);
  }

  /** Begins with the defaults: the briefing on the Paris talks, the embedded models. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Answers a question; never throws because of what the question holds.
   *
   * @return the answer, or why there is none
   */
  public Answer ask(Question question) {
    return index.consistently(() -> answerer.answer(question));
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
    return index.consistently(() -> comparison.compare(text, most));
  }

  /**
   * The same as {@link #ask(Question)}, telling the statements of a language model as they pass the
   * check.
   *
   * @param listener called from this thread, before this method returns; of an answer in the
   *     sources' own sentences it hears nothing
   */
  public Answer ask(Question question, AnswerListener listener) {
    return index.consistently(() -> answerer.answer(question, listener));
  }

  /** Answers in the sources' own sentences, without the language model. */
  public Answer quote(Question question) {
    return index.consistently(() -> extractive.answer(question));
  }

  /** Whether a language model writes answers. */
  public boolean hasModel() {
    return generative.isPresent();
  }

  /**
   * Asks the language model for a word, which may take as long as an answer.
   *
   * @return what is wrong with it; empty if it answers, or there is none
   */
  public Optional<String> modelComplaint() {
    return generative.flatMap(GenerativeAnswerer::complaint);
  }

  /**
   * The passages that fit a query best, best first.
   *
   * @param top how many at most, at least 1
   */
  public List<FoundPassage> search(String query, int top) {
    return retriever.find(query, top);
  }

  /** The documents served, ordered by id. */
  public List<Source> sources() {
    return index.sources();
  }

  /** One document with its paragraphs. */
  public Optional<SourceDocument> document(String id) {
    return index.document(id);
  }

  @Override
  public void close() {
    if (feeds != null) {
      feeds.close();
    }
    if (watch != null) {
      watch.close();
    }
    loading.close();
    index.close();
    embeddings.close();
  }

  /** What a knowledge base is opened with. */
  public static final class Builder {

    private static final String SOURCES = "sources.yaml";

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

    private Builder() {}

    /** Adds a folder or a file of documents; without any, the briefing on the talks is served. */
    public Builder documents(List<Path> paths) {
      documents.addAll(paths);
      return this;
    }

    /** The folder where the index is kept; made if it does not exist. */
    public Builder data(Path folder) {
      data = folder;
      return this;
    }

    /**
     * The folder where the embedded model and native code are unpacked, 105 MB, once; by default
     * {@code model} in the data folder. Any number of knowledge bases may share one.
     */
    public Builder unpacked(Path folder) {
      unpacked = folder;
      return this;
    }

    /** A folder with an embedding model, {@code model.onnx} and {@code tokenizer.json}. */
    public Builder embeddingModel(@Nullable Path folder) {
      embeddingModel = folder;
      return this;
    }

    /** A folder with a cross-encoder, {@code model.onnx} and {@code tokenizer.json}. */
    public Builder reranker(@Nullable Path folder) {
      reranker = folder;
      return this;
    }

    /** The language model that writes the answers; none for the sources' own sentences. */
    public Builder model(@Nullable LanguageModel configured) {
      model = configured;
      return this;
    }

    /** Any of LangChain4j's models, in place of a configured one. */
    public Builder chatModel(@Nullable StreamingChatModel any) {
      chatModel = any;
      return this;
    }

    /** What the language model may take; {@link ModelLimits#DEFAULT} unless said otherwise. */
    public Builder modelLimits(ModelLimits given) {
      limits = given;
      return this;
    }

    /** Hears how far the reading of documents has come. */
    public Builder progress(Progress listener) {
      progress = listener;
      return this;
    }

    /** Loads the models while documents are read, for a question that comes at once. */
    public Builder warm() {
      warm = true;
      return this;
    }

    /**
     * Goes on reading: a document that is added to the folders, changed or removed shows in the
     * answers within seconds. One that can no longer be read is served as it was. What a {@code
     * sources.yaml} in the folders or beside them lists is fetched on its schedule.
     */
    public Builder watch() {
      watch = true;
      return this;
    }

    /** Fetches from addresses that are not public, too: this machine's own and its neighbours'. */
    public Builder allowPrivateFeeds() {
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
      makeFetchedFolder();
      List<DocumentFile> files = files();
      EmbeddedModel model = EmbeddedModel.load(embeddingModel, unpacked());
      LoadingAhead loading = warm ? LoadingAhead.of(model) : LoadingAhead.NOTHING;
      try {
        return open(model, loading, files);
      } catch (RuntimeException e) {
        loading.close();
        throw e;
      }
    }

    private KnowledgeBase open(
        EmbeddedModel model, LoadingAhead loading, List<DocumentFile> files) {
      KnowledgeBase knowledge = new KnowledgeBase(this, model, loading);
      try {
        knowledge.read(files, this);
        return knowledge;
      } catch (RuntimeException e) {
        knowledge.close();
        throw e;
      }
    }

    private void makeFetchedFolder() {
      try {
        if (watch) {
          Files.createDirectories(fetched());
        }
      } catch (IOException e) {
        throw new IndexException(
            "the folder " + fetched() + " cannot be made: check the disk, or use other data", e);
      }
    }

    private Path unpacked() {
      return unpacked == null ? data.resolve("model") : unpacked;
    }

    private Optional<StreamingChatModel> chatModel() {
      return chatModel == null
          ? Optional.ofNullable(model).map(configured -> StreamingModels.of(configured, limits))
          : Optional.of(chatModel);
    }

    private List<DocumentFile> files() {
      return documents.isEmpty() ? DocumentFiles.briefing() : DocumentFiles.in(folders());
    }

    /** The documents' and, once there is one, that of what was fetched. */
    private List<Path> folders() {
      List<Path> folders = new ArrayList<>(documents);
      if (watch || Files.isDirectory(fetched())) {
        folders.add(fetched());
      }
      return folders;
    }

    private Path fetched() {
      return data.resolve("fetched");
    }

    private List<Path> sourceLists() {
      return documents.stream()
          .map(Path::toAbsolutePath)
          .flatMap(path -> Stream.of(path.resolve(SOURCES), path.resolveSibling(SOURCES)))
          .distinct()
          .toList();
    }

    private boolean hasSourceLists() {
      return sourceLists().stream().anyMatch(Files::exists);
    }
  }
}
