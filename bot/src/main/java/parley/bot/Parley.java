package parley.bot;

import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParseResult;

/** The program: reads the command line and runs one of its commands. */
@Command(
    name = "parley",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Answers questions from source documents and cites the paragraph for each statement.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      AskCommand.class,
      SearchCommand.class,
      SourcesCommand.class,
      EvaluateCommand.class,
      HelpCommand.class
    })
public final class Parley implements Runnable {

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  Parley() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String... args) {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Parley())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Parley::failed);
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "name a command");
  }

  private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
    command.getErr().println("parley: " + Failure.describe(failure));
    return CommandLine.ExitCode.SOFTWARE;
  }
}
