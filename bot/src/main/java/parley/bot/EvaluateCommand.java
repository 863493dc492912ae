package parley.bot;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.bot.evaluation.Evaluation;
import parley.bot.evaluation.QuestionSet;
import parley.knowledge.KnowledgeBase;
import parley.knowledge.Question;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells how well a set of questions is answered. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Asks a set of questions and prints how many were answered and cited rightly.",
    footer = "Exits with 1 where --baseline finds a loss.")
final class EvaluateCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      description =
          "JSON lines: id, kind, question, answers, supports. Or a file in SQuAD's format, whose"
              + " paragraphs are then the documents, unless others are given.")
  private Path file;

  @Option(names = "--html", paramLabel = "PAGE", description = "Draws the results as a page.")
  private @Nullable Path html;

  @Option(names = "--save", paramLabel = "RUN", description = "Keeps which were right.")
  private @Nullable Path save;

  @Option(
      names = "--baseline",
      paramLabel = "RUN",
      description = "Compares with a run that was saved.")
  private @Nullable Path baseline;

  @Mixin private KnowledgeOptions options = new KnowledgeOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    QuestionSet set =
        QuestionSet.read(
            file, json -> new Question(json.path("question").asText(), BatchLine.turns(json)));
    if (set.hasDocuments() && !options.hasDocuments()) {
      Path folder = options.dataFolder().resolve("documents of " + file.getFileName());
      set.writeDocuments(folder);
      options.useDocuments(folder);
    }
    try (KnowledgeBase knowledge = options.open()) {
      return report(Evaluation.of(set, knowledge));
    }
  }

  private int report(Evaluation evaluation) {
    PrintWriter out = spec.commandLine().getOut();
    evaluation.print(out);
    if (html != null) {
      evaluation.draw(html, String.valueOf(file.getFileName()));
    }
    if (save != null) {
      evaluation.save(save);
    }
    return baseline != null && evaluation.isWorseThan(baseline, out) ? 1 : 0;
  }
}
