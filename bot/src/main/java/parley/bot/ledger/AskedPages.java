package parley.bot.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads questions from a database page by page, so that others come in between. */
record AskedPages(Database database) {

  /** An answer takes some kilobytes. */
  private static final int PAGE = 500;

  /** Where a question stands in the order that it is read in. */
  private record Position(long asked, long row) {}

  private record Row(Position position, AskedQuestion question) {}

  void read(Instant from, Instant until, Consumer<AskedQuestion> reader) {
    Position last = new Position(from.toEpochMilli(), Long.MIN_VALUE);
    List<Row> page;
    do {
      page = page(last, until);
      page.forEach(row -> reader.accept(row.question()));
      last = page.isEmpty() ? last : page.get(page.size() - 1).position();
    } while (page.size() == PAGE);
  }

  private List<Row> page(Position after, Instant until) {
    return database.read(
        () -> {
          List<Row> rows = new ArrayList<>();
          for (String id : ids(after, until)) {
            rows.addAll(
                database.query(
                    row -> row(row, feedback(id)),
                    """
                    SELECT asked_at, rowid, platform, person, text,
                      outcome, answer, details, finished_at, tokens_in, tokens_out
                    FROM question WHERE id = ?""",
                    id));
          }
          return rows;
        });
  }

  private List<String> ids(Position after, Instant until) throws SQLException {
    return database.query(
        row -> row.getString(1),
        """
        SELECT id FROM question WHERE (asked_at, rowid) > (?, ?) AND asked_at < ?
        ORDER BY asked_at, rowid LIMIT ?""",
        after.asked(),
        after.row(),
        until.toEpochMilli(),
        PAGE);
  }

  private List<Feedback> feedback(String question) throws SQLException {
    return database.query(SqliteLedger::feedbackOf, SqliteLedger.FEEDBACK_ON, question);
  }

  private static Row row(ResultSet row, List<Feedback> feedback) throws SQLException {
    boolean ended = row.getString(6) != null;
    return new Row(
        new Position(row.getLong(1), row.getLong(2)),
        new AskedQuestion(
            row.getString(3),
            row.getString(4),
            row.getString(5),
            Instant.ofEpochMilli(row.getLong(1)),
            ended ? Optional.of(SqliteLedger.questionEnd(row, 6)) : Optional.empty(),
            feedback));
  }
}
