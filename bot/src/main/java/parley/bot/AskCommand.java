package parley.bot;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.knowledge.Answer;
import parley.knowledge.KnowledgeBase;
import parley.knowledge.Question;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers one question, a batch of them, or a conversation. */
@Command(
    name = "ask",
    mixinStandardHelpOptions = true,
    description = "Answers a question; with none, holds a conversation.")
final class AskCommand implements Callable<Integer> {

  @Parameters(paramLabel = "QUESTION", arity = "0..*", description = "The question.")
  private List<String> words = List.of();

  @Option(names = "--json", description = "Prints the answer as one line of JSON.")
  private boolean json;

  @Option(
      names = "--batch",
      paramLabel = "FILE",
      description = "Answers the questions of a file of JSON lines (- for standard input).")
  private @Nullable Path batch;

  @Mixin private KnowledgeOptions options = new KnowledgeOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (batch != null && !words.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "give a question or --batch, not both");
    }
    PrintWriter out = spec.commandLine().getOut();
    try (KnowledgeBase knowledge = options.open()) {
      if (batch != null) {
        return Batch.run(
            batch, out, line -> Json.answer(line.id(), knowledge.ask(line.question())));
      }
      if (words.isEmpty()) {
        new Conversation(knowledge, json).hold();
        return 0;
      }
      Answer answer = knowledge.ask(Question.of(String.join(" ", words)));
      out.println(json ? Json.answer(null, answer) : TerminalAnswer.of(answer));
      return 0;
    }
  }
}
