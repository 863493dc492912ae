package parley.bot.ledger;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A ledger in one SQLite file. One process at a time works with the file's folder, be it that
 * others read it: so what is left is this process's, whichever accepted it.
 */
public final class SqliteLedger implements Ledger {

  static final String FEEDBACK_ON =
      "SELECT question, person, helpful, reason, at FROM feedback WHERE question = ? ORDER BY rowid";

  private final Database database;
  private final Clock clock;

  private SqliteLedger(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Opens a ledger, and makes it if it is not there.
   *
   * @param file where it is kept; SQLite puts two files more beside it
   * @throws LedgerException if the file cannot be used or is of a newer version
   */
  public static SqliteLedger open(Path file) {
    return open(file, Clock.systemUTC());
  }

  static SqliteLedger open(Path file, Clock clock) {
    return new SqliteLedger(Database.open(file), clock);
  }

  @Override
  public boolean claim(Collection<String> names) {
    return database.transaction(() -> claimed(names));
  }

  @Override
  public boolean accept(AcceptedQuestion question, Collection<String> names) {
    return database.transaction(
        () -> {
          if (!claimed(names)) {
            return false;
          }
          insert(question);
          return true;
        });
  }

  private boolean claimed(Collection<String> names) throws SQLException {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("an event without a name cannot be claimed");
    }
    for (String name : names) {
      if (isClaimed(name)) {
        return false;
      }
    }
    for (String name : names) {
      database.update("INSERT OR IGNORE INTO claim (name, at) VALUES (?, ?)", name, clock.millis());
    }
    return true;
  }

  private boolean isClaimed(String name) throws SQLException {
    return !database
        .query(row -> row.getInt(1), "SELECT 1 FROM claim WHERE name = ?", name)
        .isEmpty();
  }

  private void insert(AcceptedQuestion question) throws SQLException {
    database.update(
        """
        INSERT INTO question (id, platform, conversation, place, thread, person, text, asked_at,
          route)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULLIF(?, ''))""",
        question.id(),
        question.platform(),
        question.conversation(),
        question.place(),
        question.thread(),
        question.person(),
        question.text(),
        question.asked().toEpochMilli(),
        question.route());
  }

  @Override
  public void finish(String questionId, QuestionEnd end) {
    change(
        """
        UPDATE question SET outcome = ?, answer = ?, details = ?, finished_at = ?,
          tokens_in = ?, tokens_out = ? WHERE id = ?""",
        end.outcome(),
        end.answer(),
        end.details(),
        end.at().toEpochMilli(),
        end.tokensIn(),
        end.tokensOut(),
        questionId);
  }

  @Override
  public void discard(String questionId) {
    change("DELETE FROM question WHERE id = ?", questionId);
  }

  @Override
  public void sending(String questionId, Instant at) {
    change("UPDATE question SET sending_at = ? WHERE id = ?", at.toEpochMilli(), questionId);
  }

  @Override
  public void unsent(String questionId) {
    change("UPDATE question SET sending_at = NULL WHERE id = ?", questionId);
  }

  @Override
  public void reroute(String questionId, String route) {
    change("UPDATE question SET route = ? WHERE id = ? AND route IS NOT NULL", route, questionId);
  }

  @Override
  public void delivered(String questionId, Instant at) {
    change(
        "UPDATE question SET delivered_at = ?, route = NULL WHERE id = ?",
        at.toEpochMilli(),
        questionId);
  }

  @Override
  public void release(String questionId) {
    change("UPDATE question SET route = NULL WHERE id = ?", questionId);
  }

  @Override
  public List<LeftQuestion> left(String platform) {
    return read(
        SqliteLedger::leftQuestion,
        """
        SELECT id, platform, conversation, place, thread, person, text, asked_at, route, sending_at
        FROM question
        WHERE delivered_at IS NULL AND route IS NOT NULL AND platform = ?
        ORDER BY asked_at, rowid""",
        platform);
  }

  @Override
  public boolean take(String questionId) {
    return !read(
            row -> row.getInt(1),
            "SELECT 1 FROM question WHERE id = ? AND delivered_at IS NULL AND route IS NOT NULL",
            questionId)
        .isEmpty();
  }

  @Override
  public boolean isShared() {
    return false;
  }

  /** Nobody else works with the file, so all leases are this process's. */
  @Override
  public boolean lease(String name, Duration time) {
    return true;
  }

  @Override
  public void endLease(String name) {}

  @Override
  public Optional<QuestionEnd> end(String questionId) {
    return read(
            row -> questionEnd(row, 1),
            """
            SELECT outcome, answer, details, finished_at, tokens_in, tokens_out FROM question
            WHERE id = ? AND outcome IS NOT NULL""",
            questionId)
        .stream()
        .findFirst();
  }

  @Override
  public Optional<String> lastAsker(String conversation) {
    return read(
            row -> row.getString(1),
            """
            SELECT person FROM question WHERE conversation = ?
            ORDER BY asked_at DESC, rowid DESC LIMIT 1""",
            conversation)
        .stream()
        .findFirst();
  }

  @Override
  public List<PastTurn> turns(String conversation, Instant since, int most) {
    List<PastTurn> latestFirst =
        read(
            row -> new PastTurn(row.getString(1), row.getString(2)),
            """
            SELECT text, answer FROM question
            WHERE conversation = ? AND asked_at >= ?
              AND outcome IS NOT NULL AND outcome NOT IN ('refused', 'failed')
            ORDER BY asked_at DESC, rowid DESC LIMIT ?""",
            conversation,
            since.toEpochMilli(),
            most);
    List<PastTurn> turns = new ArrayList<>(latestFirst);
    Collections.reverse(turns);
    return turns;
  }

  @Override
  public void keep(Feedback feedback) {
    change(
        """
        INSERT INTO feedback (question, person, helpful, reason, at)
        SELECT id, ?, ?, ?, ? FROM question WHERE id = ?
        ON CONFLICT (question, person)
        DO UPDATE SET helpful = excluded.helpful, reason = excluded.reason, at = excluded.at""",
        feedback.person(),
        feedback.helpful() ? 1 : 0,
        feedback.reason(),
        feedback.at().toEpochMilli(),
        feedback.questionId());
  }

  @Override
  public List<Feedback> feedback(String questionId) {
    return read(SqliteLedger::feedbackOf, FEEDBACK_ON, questionId);
  }

  @Override
  public void asked(Instant from, Instant until, Consumer<AskedQuestion> reader) {
    new AskedPages(database).read(from, until, reader);
  }

  @Override
  public boolean share(String platform, Share share) {
    int rows =
        database.transaction(
            () ->
                database.update(
                    """
                    INSERT INTO share (token, question, expires)
                    SELECT ?, id, ? FROM question
                    WHERE id = ? AND platform = ? AND details <> ''""",
                    share.token(),
                    share.expires().toEpochMilli(),
                    share.questionId(),
                    platform));
    return rows > 0;
  }

  @Override
  public Optional<String> shared(String token, Instant at) {
    return read(
            row -> row.getString(1),
            "SELECT question FROM share WHERE token = ? AND expires > ?",
            token,
            at.toEpochMilli())
        .stream()
        .findFirst();
  }

  @Override
  public Optional<String> preference(String person, String name) {
    return read(
            row -> row.getString(1),
            "SELECT value FROM preference WHERE person = ? AND name = ?",
            person,
            name)
        .stream()
        .findFirst();
  }

  @Override
  public void keepPreference(String person, String name, @Nullable String value) {
    if (value == null) {
      change("DELETE FROM preference WHERE person = ? AND name = ?", person, name);
    } else {
      change(
          "INSERT OR REPLACE INTO preference (person, name, value, at) VALUES (?, ?, ?, ?)",
          person,
          name,
          value,
          clock.millis());
    }
  }

  @Override
  public KeptOnPerson kept(String person) {
    return database.read(
        () ->
            new KeptOnPerson(
                database.query(
                    SqliteLedger::personsQuestion,
                    """
                    SELECT id, platform, place, asked_at, text, outcome, answer
                    FROM question WHERE person = ? ORDER BY asked_at""",
                    person),
                database.query(
                    SqliteLedger::feedbackOf,
                    """
                    SELECT question, person, helpful, reason, at
                    FROM feedback WHERE person = ? ORDER BY at""",
                    person),
                database
                    .query(
                        row -> Map.entry(row.getString(1), row.getString(2)),
                        "SELECT name, value FROM preference WHERE person = ?",
                        person)
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
  }

  @Override
  public int forgetPerson(String person) {
    int rows =
        database.transaction(
            () ->
                database.update("DELETE FROM feedback WHERE person = ?", person)
                    + database.update("DELETE FROM question WHERE person = ?", person)
                    + database.update("DELETE FROM preference WHERE person = ?", person));
    database.emptyJournal();
    return rows;
  }

  @Override
  public int forget(Instant claims, Instant questions) {
    return database.transaction(
        () ->
            database.update("DELETE FROM claim WHERE at < ?", claims.toEpochMilli())
                + database.update("DELETE FROM share WHERE expires < ?", clock.millis())
                + database.update(
                    "DELETE FROM question WHERE asked_at < ?", questions.toEpochMilli())
                + database.update(
                    """
                    DELETE FROM preference WHERE at < ?
                      AND NOT EXISTS (SELECT 1 FROM question WHERE person = preference.person)""",
                    questions.toEpochMilli()));
  }

  @Override
  public void close() {
    database.close();
  }

  private void change(String sql, Object... values) {
    database.transaction(() -> database.update(sql, values));
  }

  private <T> List<T> read(Database.RowReader<T> reader, String sql, Object... values) {
    return database.read(() -> database.query(reader, sql, values));
  }

  /** Reads an end whose columns begin at a number. */
  static QuestionEnd questionEnd(ResultSet row, int column) throws SQLException {
    return new QuestionEnd(
        row.getString(column),
        row.getString(column + 1),
        row.getString(column + 2),
        Instant.ofEpochMilli(row.getLong(column + 3)),
        row.getInt(column + 4),
        row.getInt(column + 5));
  }

  private static LeftQuestion leftQuestion(ResultSet row) throws SQLException {
    long sending = row.getLong(10);
    return new LeftQuestion(
        new AcceptedQuestion(
            row.getString(1),
            row.getString(2),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getString(6),
            row.getString(7),
            Instant.ofEpochMilli(row.getLong(8)),
            row.getString(9)),
        sending == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(sending)));
  }

  private static PersonsQuestion personsQuestion(ResultSet row) throws SQLException {
    return new PersonsQuestion(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        Instant.ofEpochMilli(row.getLong(4)),
        row.getString(5),
        row.getString(6),
        row.getString(7));
  }

  static Feedback feedbackOf(ResultSet row) throws SQLException {
    return new Feedback(
        row.getString(1),
        row.getString(2),
        row.getInt(3) == 1,
        row.getString(4),
        Instant.ofEpochMilli(row.getLong(5)));
  }
}
