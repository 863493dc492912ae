package parley.bot;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.knowledge.KnowledgeBase;
import parley.knowledge.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the documents. */
@Command(
    name = "sources",
    mixinStandardHelpOptions = true,
    description = "Lists the documents, with dates, paragraph counts, subfolders and tags.")
final class SourcesCommand implements Callable<Integer> {

  @Mixin private KnowledgeOptions options = new KnowledgeOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (KnowledgeBase knowledge = options.builder().open()) {
      int width =
          knowledge.sources().stream().mapToInt(source -> source.id().length()).max().orElse(1);
      String format = "%-" + width + "s  %-10s  %3d ¶  %s%s%n";
      for (Source source : knowledge.sources()) {
        out.printf(
            format,
            source.id(),
            Objects.requireNonNullElse(source.date(), "no date"),
            source.paragraphs(),
            source.title(),
            belonging(source));
      }
      return 0;
    }
  }

  /** The names that stand for it beside its id. */
  private static String belonging(Source source) {
    String names =
        Stream.concat(
                Stream.of(source.subfolder())
                    .filter(path -> !path.isEmpty())
                    .map(path -> path + "/"),
                source.tags().stream())
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : "  [" + names + "]";
  }
}
