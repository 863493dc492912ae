package parley.bot;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
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
    description =
        "Answers questions from source documents and cites the paragraph for each statement.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ServeCommand.class,
      AskCommand.class,
      SearchCommand.class,
      SourcesCommand.class,
      EvaluateCommand.class,
      ReportCommand.class,
      ExportCommand.class,
      ConfigCommand.class,
      DoctorCommand.class,
      HelpCommand.class
    })
public final class Parley implements Callable<Integer> {

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  Parley() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String... args) {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    PrintWriter out =
        new PrintWriter(
            new OutputStreamWriter(
                new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8),
            true);
    System.exit(commandLine().setOut(out).execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Parley())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Parley::failed);
  }

  @Override
  public Integer call() {
    return spec.commandLine().getSubcommands().get("serve").execute();
  }

  private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
    command.getErr().println("parley: " + Failure.describe(failure));
    return CommandLine.ExitCode.SOFTWARE;
  }
}
