package parley.bot;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.bot.chat.Json;
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
      ask(knowledge, Question.of(String.join(" ", words)), out);
      return 0;
    }
  }

  private void ask(KnowledgeBase knowledge, Question question, PrintWriter out) {
    if (json) {
      out.println(Json.answer(null, knowledge.ask(question)));
    } else {
      StreamedAnswer shown = new StreamedAnswer(out);
      shown.end(knowledge.ask(question, shown));
    }
  }
}
