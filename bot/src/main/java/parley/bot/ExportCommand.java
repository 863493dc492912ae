package parley.bot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import parley.bot.chat.Json;
import parley.bot.ledger.Feedback;
import parley.bot.ledger.KeptOnPerson;
import parley.bot.ledger.Ledger;
import parley.bot.ledger.PersonsQuestion;
import parley.bot.telegram.TelegramBot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes what is kept on a person, for those who ask for it. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes what is kept on a person as JSON; may run beside serve.")
final class ExportCommand implements Callable<Integer> {

  @Mixin private KnowledgeOptions options = new KnowledgeOptions();

  @Parameters(
      paramLabel = "PERSON",
      description = "A Slack member's id, such as U012AB3CD, or a Telegram user's, a number.")
  private String person = "";

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Path data = options.dataFolder();
    Settings settings = options.settings();
    LedgerPlace place = new LedgerPlace(data, settings.cluster());
    if (!place.mayHoldOne()) {
      throw new IllegalArgumentException(
          "there is no ledger in " + data + ": name the folder that serve has with --data");
    }
    try (Ledger ledger = place.open()) {
      spec.commandLine().getOut().println(json(ledger.kept(name(place, settings))));
    }
    return 0;
  }

  /** What the person is called in the ledger. */
  private String name(LedgerPlace place, Settings settings) {
    if (!person.matches("\\d{1,18}")) {
      return person;
    }
    long id = Long.parseLong(person);
    return place.isShared()
        ? TelegramBot.nameOf(id, settings.get(Setting.TELEGRAM_BOT_TOKEN).orElse(""))
        : TelegramBot.nameOf(id, place.data());
  }

  private static String json(KeptOnPerson kept) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    ArrayNode questions = json.putArray("questions");
    for (PersonsQuestion question : kept.questions()) {
      questions
          .addObject()
          .put("id", question.id())
          .put("platform", question.platform())
          .put("place", question.place())
          .put("asked", question.asked().toString())
          .put("question", question.text())
          .put("outcome", question.outcome())
          .put("answer", question.answer());
    }
    ArrayNode thoughts = json.putArray("feedback");
    for (Feedback thought : kept.thoughts()) {
      thoughts
          .addObject()
          .put("question", thought.questionId())
          .put("helpful", thought.helpful())
          .put("reason", thought.reason())
          .put("at", thought.at().toString());
    }
    kept.preferences().forEach(json.putObject("preferences")::put);
    return json.toPrettyString();
  }
}
