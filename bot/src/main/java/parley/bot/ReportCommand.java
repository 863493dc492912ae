package parley.bot;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.bot.ledger.Ledger;
import parley.bot.report.Period;
import parley.bot.report.Price;
import parley.bot.report.Report;
import parley.bot.report.Tally;
import parley.knowledge.KnowledgeBase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what people asked, for whoever writes the documents. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description =
        "Tells what people asked, what the documents did not answer, and what they thought of the"
            + " answers; may run beside serve.",
    footer = "It shows the texts of questions, but not who asked them.")
final class ReportCommand implements Callable<Integer> {

  @Option(
      names = "--since",
      paramLabel = "TIME",
      defaultValue = "7d",
      converter = TimeBack.class,
      description = "How far back: a number with h, d or w, such as 12h or 4w; 7d by default.")
  private Duration since = Duration.ofDays(7);

  @Option(names = "--html", paramLabel = "PAGE", description = "Draws the report as a page.")
  private @Nullable Path html;

  @Mixin private KnowledgeOptions options = new KnowledgeOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Settings settings = options.settings();
    Optional<Price> price = new ModelSettings(settings).price();
    Tally tally = tally(new LedgerPlace(options.dataFolder(), settings.cluster()));
    Report report = tally.isEmpty() ? tally.nothing() : report(tally, price);
    PrintWriter out = spec.commandLine().getOut();
    report.print(out);
    out.flush();
    if (html != null) {
      report.draw(html);
    }
    return 0;
  }

  private Tally tally(LedgerPlace place) {
    if (!place.mayHoldOne()) {
      throw new IllegalArgumentException(
          "there is no ledger in " + place.data() + ": name the folder that serve has with --data");
    }
    try (Ledger ledger = place.open()) {
      return Tally.of(ledger, Period.before(Clock.systemUTC().instant(), since));
    }
  }

  private Report report(Tally tally, Optional<Price> price) {
    try (KnowledgeBase knowledge = options.builder().open()) {
      return tally.report(knowledge, price);
    }
  }
}
