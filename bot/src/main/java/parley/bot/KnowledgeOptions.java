package parley.bot;

import io.micrometer.observation.ObservationRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.knowledge.KnowledgeBase;
import parley.knowledge.KnowledgeBaseBuilder;
import picocli.CommandLine.Option;

/** The options that every command takes: which documents, and where data is kept. */
final class KnowledgeOptions {

  @Option(
      names = "--documents",
      paramLabel = "PATH",
      description =
          "A folder or a file of documents; may be given again. Without it, a briefing on the Paris"
              + " talks.")
  private List<Path> documents = new ArrayList<>();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the index is kept; by default .parley in your home folder.")
  private @Nullable Path data;

  @Option(names = "--config", paramLabel = "FILE", description = "A YAML file of settings.")
  private @Nullable Path config;

  /** Opens the knowledge base to ask it at once. */
  KnowledgeBase open() {
    return builder().warm().open();
  }

  /**
   * Opens the knowledge base to ask it for long, while documents come and go.
   *
   * @param observations hears how long what takes
   */
  KnowledgeBase openWatching(ObservationRegistry observations) {
    return builder().warm().watch().observations(observations).open();
  }

  /** Whether documents are named, be it in the environment or the file. */
  boolean hasDocuments() {
    return !documents.isEmpty() || !settings().paths(Setting.PARLEY_DOCUMENTS).isEmpty();
  }

  /** Answers from these documents. */
  void useDocuments(Path folder) {
    documents = List.of(folder);
  }

  /** The knowledge base that the options, the environment and the file ask for. */
  KnowledgeBaseBuilder builder() {
    Settings settings = settings();
    List<Path> paths = documents.isEmpty() ? settings.paths(Setting.PARLEY_DOCUMENTS) : documents;
    paths.forEach(path -> requireName("--documents", path));
    ModelSettings model = new ModelSettings(settings);
    return KnowledgeBase.builder()
        .model(model.model().orElse(null))
        .modelLimits(model.limits())
        .documents(paths)
        .cluster(settings.cluster().orElse(null))
        .data(dataFolder(settings).resolve(keyOf(paths)))
        .unpacked(dataFolder(settings).resolve("model"))
        .embeddingModel(settings.path(Setting.PARLEY_EMBEDDING_MODEL).orElse(null))
        .reranker(settings.path(Setting.PARLEY_RERANKER).orElse(null))
        .progress(new ProgressLine(System.err));
  }

  /** The settings in force beneath the options. */
  Settings settings() {
    return Settings.of(System.getenv(), config);
  }

  /** The folder where everything is kept. */
  Path dataFolder() {
    return dataFolder(settings());
  }

  private Path dataFolder(Settings settings) {
    if (data != null) {
      requireName("--data", data);
      return data;
    }
    return settings
        .path(Setting.PARLEY_DATA)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".parley"));
  }

  /** An empty path, as a variable that is not set leaves it, would be the current folder. */
  private static void requireName(String option, Path path) {
    if (path.toString().isBlank()) {
      throw new IllegalArgumentException(option + " is empty: name a folder");
    }
  }

  /** A folder's name for these documents, the same for the same paths. */
  private static String keyOf(List<Path> paths) {
    if (paths.isEmpty()) {
      return "briefing";
    }
    String all =
        paths.stream()
            .map(path -> path.toAbsolutePath().normalize().toString())
            .sorted()
            .collect(Collectors.joining("\n"));
    Path name = paths.get(0).toAbsolutePath().normalize().getFileName();
    UUID hash = UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
    return (name == null ? "root" : name) + "-" + hash.toString().substring(0, 8);
  }
}
