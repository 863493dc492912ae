package parley.bot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import parley.bot.ledger.Ledger;
import parley.bot.slack.SlackBot;
import parley.bot.slack.SlackSettings;
import parley.bot.telegram.TelegramBot;
import parley.bot.telegram.TelegramSettings;
import parley.bot.telegram.TelegramTrial;
import parley.knowledge.KnowledgeBase;
import parley.knowledge.Source;

/** Looks at one part of the bot after the other. */
final class Checkup {

  private static final long SCARCE_BYTES = 1L << 30;

  private final KnowledgeOptions options;
  private final Settings settings;

  Checkup(KnowledgeOptions options) {
    this.options = options;
    this.settings = options.settings();
  }

  /** Tells each diagnosis as soon as it is there. */
  void run(Consumer<Diagnosis> told) {
    told.accept(look("settings", this::settings));
    told.accept(look("data", this::data));
    documents(told);
    told.accept(look("ledger", this::ledger));
    told.accept(look("slack", this::slack));
    told.accept(look("telegram", this::telegram));
    told.accept(look("clock", this::clock));
  }

  /** What fails says itself how to mend it. */
  private static Diagnosis look(String part, Supplier<Diagnosis> look) {
    try {
      return look.get();
    } catch (RuntimeException e) {
      return Diagnosis.ill(part, Failure.describe(e));
    }
  }

  private Diagnosis settings() {
    settings.sectionsInForce();
    settings.web();
    new ModelSettings(settings).limits();
    return Diagnosis.well("settings", settings.byName().size() + " are set: see parley config");
  }

  private Diagnosis data() {
    Path folder = options.dataFolder();
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "doctor", ".tmp"));
      long free = Files.getFileStore(folder).getUsableSpace();
      String says = "%s, %.1f GB free".formatted(folder, free / 1e9);
      return free < SCARCE_BYTES
          ? Diagnosis.worrying("data", says + ": make room, or set PARLEY_DATA to another disk")
          : Diagnosis.well("data", says);
    } catch (IOException e) {
      return Diagnosis.ill(
          "data", folder + " cannot be written to (" + e.getMessage() + "): see PARLEY_DATA");
    }
  }

  private void documents(Consumer<Diagnosis> told) {
    try (KnowledgeBase knowledge = options.open()) {
      int paragraphs = knowledge.sources().stream().mapToInt(Source::paragraphs).sum();
      told.accept(
          Diagnosis.well(
              "documents",
              "%d with %d paragraphs".formatted(knowledge.sources().size(), paragraphs)));
      told.accept(look("model", () -> model(knowledge)));
    } catch (RuntimeException e) {
      told.accept(Diagnosis.ill("documents", Failure.describe(e)));
    }
  }

  private Diagnosis model(KnowledgeBase knowledge) {
    Optional<String> name = settings.get(Setting.PARLEY_MODEL);
    if (name.isEmpty()) {
      return Diagnosis.unknown("model", "none: answers are of the sources' own sentences");
    }
    return knowledge
        .modelComplaint()
        .map(
            complaint ->
                Diagnosis.ill(
                    "model", complaint + ": look at PARLEY_MODEL, its key and its address"))
        .orElseGet(() -> Diagnosis.well("model", name.get() + " answers"));
  }

  private Diagnosis ledger() {
    LedgerPlace place = new LedgerPlace(options.dataFolder(), settings.cluster());
    if (!place.mayHoldOne()) {
      return Diagnosis.unknown("ledger", "none yet: serve makes it");
    }
    try (Ledger ledger = place.open()) {
      ledger.end("");
      return Diagnosis.well("ledger", place.isShared() ? "on the cluster" : "in the data folder");
    }
  }

  private Diagnosis slack() {
    return settings
        .slack()
        .map(slack -> Diagnosis.well("slack", SlackBot.tryOut(slack)))
        .orElseGet(() -> Diagnosis.unknown("slack", "off: SLACK_BOT_TOKEN is not set"));
  }

  private Diagnosis telegram() {
    return settings
        .telegram()
        .map(Checkup::telegram)
        .orElseGet(() -> Diagnosis.unknown("telegram", "off: TELEGRAM_BOT_TOKEN is not set"));
  }

  private static Diagnosis telegram(TelegramSettings settings) {
    TelegramTrial trial = TelegramBot.tryOut(settings);
    return trial
        .complaint()
        .map(complaint -> Diagnosis.worrying("telegram", complaint))
        .orElseGet(() -> Diagnosis.well("telegram", trial.bot()));
  }

  /** By the clock of a platform that is on: this machine's cannot tell of itself. */
  private Diagnosis clock() {
    Optional<String> other =
        settings
            .slack()
            .map(SlackSettings::apiUrl)
            .or(() -> settings.telegram().map(telegram -> telegram.apiUrl().toString()));
    return other
        .map(ClockCheck::against)
        .orElseGet(() -> Diagnosis.unknown("clock", "no platform is on to compare it with"));
  }
}
