package parley.bot;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.bot.chat.Json;
import parley.knowledge.FoundPassage;
import parley.knowledge.KnowledgeBase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds passages. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = "Finds the passages that fit a query, best first.")
final class SearchCommand implements Callable<Integer> {

  @Parameters(paramLabel = "QUERY", arity = "0..*", description = "What to look for.")
  private List<String> words = List.of();

  @Option(names = "--json", description = "Prints the passages as one line of JSON.")
  private boolean json;

  @Option(names = "--top", paramLabel = "N", description = "How many at most: 10.")
  private int top = 10;

  @Option(
      names = "--batch",
      paramLabel = "FILE",
      description = "Looks for each question of a file of JSON lines (- for standard input).")
  private @Nullable Path batch;

  @Mixin private KnowledgeOptions options = new KnowledgeOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    String query = String.join(" ", words);
    if ((batch == null) == query.isBlank()) {
      throw new ParameterException(spec.commandLine(), "give a query, or --batch and a file");
    }
    if (top < 1) {
      throw new ParameterException(
          spec.commandLine(), "--top is " + top + ": it must be 1 or more");
    }
    PrintWriter out = spec.commandLine().getOut();
    try (KnowledgeBase knowledge = options.open()) {
      if (batch != null) {
        return Batch.run(batch, out, line -> asJson(knowledge, line.id(), line.question().text()));
      }
      if (json) {
        out.println(asJson(knowledge, null, query));
      } else {
        knowledge.search(query, top).forEach(found -> out.println(line(found)));
      }
      return 0;
    }
  }

  private String asJson(KnowledgeBase knowledge, @Nullable String id, String query) {
    long start = System.nanoTime();
    List<FoundPassage> found = knowledge.search(query, top);
    return Json.passages(id, found, Duration.ofNanos(System.nanoTime() - start));
  }

  private static String line(FoundPassage found) {
    return "%6.2f  %s ¶%d  %s"
        .formatted(
            found.score(),
            found.passage().source().id(),
            found.passage().paragraph(),
            found.passage().text().replace('\n', ' '));
  }
}
