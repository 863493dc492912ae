package parley.bot;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks at everything that the bot needs. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Looks at settings, data folder, documents, ledger, language model, Slack, Telegram and the"
            + " clock, and says how to mend what is not well. May run beside serve.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:all is well", "1:something is to be mended"})
final class DoctorCommand implements Callable<Integer> {

  @Mixin private KnowledgeOptions options = new KnowledgeOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    AtomicBoolean ill = new AtomicBoolean();
    new Checkup(options)
        .run(
            diagnosis -> {
              out.println(diagnosis);
              out.flush();
              ill.compareAndSet(false, diagnosis.isIll());
            });
    return ill.get() ? 1 : 0;
  }
}
