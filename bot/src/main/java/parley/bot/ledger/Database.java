package parley.bot.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * One SQLite file behind one connection and one lock.
 *
 * <p>SQLite lets one connection write at a time, and every call of the ledger takes well under a
 * millisecond, so a pool of connections would only move the queue. {@code synchronous=NORMAL} in
 * WAL mode survives the end of the process; a power cut may cost the last moments.
 */
final class Database implements AutoCloseable {

  /** How long to wait while another process writes, in milliseconds. */
  private static final int BUSY_TIMEOUT = 5_000;

  /** Reads a row. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Statements. */
  interface Work<T> {
    T run() throws SQLException;
  }

  private final Path file;
  private final Connection connection;
  private final Lock lock = new ReentrantLock();

  private Database(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  static Database open(Path file) {
    Path path = file.toAbsolutePath();
    Connection connection = null;
    try {
      Files.createDirectories(path.resolveSibling("."));
      connection = config().createConnection("jdbc:sqlite:" + path);
      Schema.upgrade(connection);
      return new Database(file, connection);
    } catch (SQLException | IOException e) {
      close(connection);
      throw new LedgerException("cannot open the ledger " + file + ": make its folder writable", e);
    } catch (LedgerException e) {
      close(connection);
      throw e;
    }
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.NORMAL);
    config.setBusyTimeout(BUSY_TIMEOUT);
    config.enforceForeignKeys(true);
    // What is deleted is overwritten: people are told that it is gone.
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    return config;
  }

  /** Runs what changes rows; if it throws, nothing is changed. */
  <T> T transaction(Work<T> work) {
    return read(
        () -> {
          // Not by setAutoCommit(false): the driver then holds the write lock from one commit on to
          // the next.
          update("BEGIN IMMEDIATE");
          try {
            T result = work.run();
            update("COMMIT");
            return result;
          } catch (SQLException | RuntimeException | Error e) {
            rollback(e);
            throw e;
          }
        });
  }

  /** Runs what only reads. */
  <T> T read(Work<T> work) {
    lock.lock();
    try {
      return work.run();
    } catch (SQLException e) {
      throw new LedgerException("cannot use the ledger " + file + ": " + e.getMessage(), e);
    } finally {
      lock.unlock();
    }
  }

  /** Runs a statement, and tells how many rows it changed. */
  int update(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      return statement.executeUpdate();
    }
  }

  /** Runs a query. */
  <T> List<T> query(RowReader<T> reader, String sql, @Nullable Object... values)
      throws SQLException {
    List<T> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(reader.read(row));
        }
      }
    }
    return rows;
  }

  /** Writes the journal back into the file and cuts it to nothing, so that no old row is in it. */
  void emptyJournal() {
    read(() -> query(row -> row.getInt(1), "PRAGMA wal_checkpoint(TRUNCATE)"));
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  private void rollback(Throwable cause) {
    try {
      update("ROLLBACK");
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      close(connection);
    } finally {
      lock.unlock();
    }
  }

  private static void close(@Nullable Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      throw new LedgerException("cannot close the ledger: " + e.getMessage(), e);
    }
  }
}
