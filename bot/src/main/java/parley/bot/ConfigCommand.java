package parley.bot;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the settings. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    description = "Prints the settings in force and where each is from; secrets are not shown.")
final class ConfigCommand implements Callable<Integer> {

  @Option(
      names = "--reference",
      description = "Prints a page on all settings there are instead, as Markdown.")
  private boolean reference;

  @Mixin private KnowledgeOptions options = new KnowledgeOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        reference ? SettingsReference.page() : new SettingsInForce(options.settings()).yaml());
    out.flush();
    return 0;
  }
}
