package parley.bot;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import parley.bot.evaluation.Evaluation;
import parley.knowledge.KnowledgeBase;
import parley.knowledge.Question;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells how well a set of questions is answered. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Asks a set of questions and prints how many were answered and cited rightly.")
final class EvaluateCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      description = "JSON lines: id, kind, question, answers, supports.")
  private Path file;

  @Mixin private KnowledgeOptions options = new KnowledgeOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (KnowledgeBase knowledge = options.open()) {
      Evaluation.of(
              file,
              json -> new Question(json.path("question").asText(), BatchLine.turns(json)),
              knowledge)
          .print(spec.commandLine().getOut());
      return 0;
    }
  }
}
