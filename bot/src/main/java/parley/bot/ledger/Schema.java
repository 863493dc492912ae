package parley.bot.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables, by version: SQLite's {@code user_version} says how many of the steps were taken. */
final class Schema {

  /** A step from one version to the next. */
  private interface Step {
    void take(Statement statement) throws SQLException;
  }

  private static final List<Step> STEPS =
      List.of(Schema::first, Schema::second, Schema::tokens, Schema::shares, Schema::routes);

  private Schema() {}

  /**
   * Brings a database to the latest version.
   *
   * @throws LedgerException if a newer Parley has made it
   */
  static void upgrade(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE"); // another process may be at it
      int version = version(statement);
      if (version > STEPS.size()) {
        throw new LedgerException(
            "the ledger has version "
                + version
                + ", this parley knows up to "
                + STEPS.size()
                + ": use the newer parley, or another data folder");
      }
      for (Step step : STEPS.subList(version, STEPS.size())) {
        step.take(statement);
      }
      statement.execute("PRAGMA user_version = " + STEPS.size());
      statement.execute("COMMIT");
    }
  }

  private static int version(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
      return row.getInt(1);
    }
  }

  private static void first(Statement statement) throws SQLException {
    statement.execute(
        """
        CREATE TABLE claim (
          name TEXT PRIMARY KEY,
          at INTEGER NOT NULL
        ) WITHOUT ROWID""");
    statement.execute("CREATE INDEX claim_at ON claim (at)");
    statement.execute(
        """
        CREATE TABLE question (
          id TEXT PRIMARY KEY,
          platform TEXT NOT NULL,
          conversation TEXT NOT NULL,
          place TEXT NOT NULL,
          thread TEXT,
          person TEXT NOT NULL,
          text TEXT NOT NULL,
          asked_at INTEGER NOT NULL,
          outcome TEXT,
          answer TEXT,
          details TEXT,
          finished_at INTEGER,
          delivered_at INTEGER
        )""");
    statement.execute("CREATE INDEX question_conversation ON question (conversation, asked_at)");
    statement.execute("CREATE INDEX question_asked ON question (asked_at)");
    statement.execute(
        "CREATE INDEX question_undelivered ON question (asked_at) WHERE delivered_at IS NULL");
    statement.execute(
        """
        CREATE TABLE feedback (
          question TEXT NOT NULL REFERENCES question (id) ON DELETE CASCADE,
          person TEXT NOT NULL,
          helpful INTEGER NOT NULL,
          reason TEXT NOT NULL,
          at INTEGER NOT NULL,
          PRIMARY KEY (question, person)
        )""");
  }

  private static void second(Statement statement) throws SQLException {
    statement.execute(
        """
        CREATE TABLE preference (
          person TEXT NOT NULL,
          name TEXT NOT NULL,
          value TEXT NOT NULL,
          at INTEGER NOT NULL,
          PRIMARY KEY (person, name)
        ) WITHOUT ROWID""");
    statement.execute("CREATE INDEX question_person ON question (person)");
    statement.execute("CREATE INDEX feedback_person ON feedback (person)");
  }

  private static void shares(Statement statement) throws SQLException {
    statement.execute(
        """
        CREATE TABLE share (
          token TEXT PRIMARY KEY,
          question TEXT NOT NULL REFERENCES question (id) ON DELETE CASCADE,
          expires INTEGER NOT NULL
        ) WITHOUT ROWID""");
    statement.execute("CREATE INDEX share_question ON share (question)");
    statement.execute("CREATE INDEX share_expires ON share (expires)");
  }

  /** How to answer a question after a restart, and whether its answer had set out. */
  private static void routes(Statement statement) throws SQLException {
    statement.execute("ALTER TABLE question ADD COLUMN route TEXT");
    statement.execute("ALTER TABLE question ADD COLUMN sending_at INTEGER");
  }

  /** What a language model read and wrote for a question; 0 where it had no part. */
  private static void tokens(Statement statement) throws SQLException {
    statement.execute("ALTER TABLE question ADD COLUMN tokens_in INTEGER NOT NULL DEFAULT 0");
    statement.execute("ALTER TABLE question ADD COLUMN tokens_out INTEGER NOT NULL DEFAULT 0");
  }
}
