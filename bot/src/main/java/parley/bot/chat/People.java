package parley.bot.chat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bot.ledger.Ledger;

/** What is remembered of people, by the names that their platform gives them here. Thread-safe. */
public final class People {

  private static final Logger log = LoggerFactory.getLogger(People.class);

  private static final String LANGUAGE = "language";

  private final Ledger ledger;
  private final int keepDays;

  People(Ledger ledger, int keepDays) {
    this.ledger = ledger;
    this.keepDays = keepDays;
  }

  /** For how many days questions, answers and feedback are kept. */
  public int keepDays() {
    return keepDays;
  }

  /** The language that a person chose, as an ISO 639 code. */
  public Optional<String> language(String person) {
    return ledger.preference(person, LANGUAGE);
  }

  /**
   * Keeps the language that a person chooses.
   *
   * @param code ISO 639; null to go back to no choice
   */
  public void chooseLanguage(String person, @Nullable String code) {
    ledger.keepPreference(person, LANGUAGE, code);
  }

  /**
   * Deletes what is kept on a person.
   *
   * @return how many questions, thoughts on answers and choices it was
   */
  public int forget(String person) {
    int rows = ledger.forgetPerson(person);
    log.info("a person had {} rows removed from the ledger", rows);
    return rows;
  }
}
