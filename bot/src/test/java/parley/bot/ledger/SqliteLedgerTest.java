package parley.bot.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLedgerTest extends LedgerContract {

  @TempDir Path folder;

  @Override
  Ledger open(String process) {
    return SqliteLedger.open(folder.resolve("ledger.db"), CLOCK);
  }

  @Override
  String stored() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String name : List.of("ledger.db", "ledger.db-wal")) {
      Path file = folder.resolve(name);
      all.append(Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "");
    }
    return all.toString();
  }

  @Test
  void bringsALedgerOfTheFirstVersionUpToDate() throws Exception {
    Path file = folder.resolve("old.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "CREATE TABLE claim (name TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID");
      statement.executeUpdate("CREATE INDEX claim_at ON claim (at)");
      statement.executeUpdate(
          "CREATE TABLE question (id TEXT PRIMARY KEY, platform TEXT NOT NULL, conversation TEXT NOT"
              + " NULL, place TEXT NOT NULL, thread TEXT, person TEXT NOT NULL, text TEXT NOT NULL,"
              + " asked_at INTEGER NOT NULL, outcome TEXT, answer TEXT, details TEXT, finished_at"
              + " INTEGER, delivered_at INTEGER)");
      statement.executeUpdate(
          "CREATE TABLE feedback (question TEXT NOT NULL REFERENCES question (id) ON DELETE"
              + " CASCADE, person TEXT NOT NULL, helpful INTEGER NOT NULL, reason TEXT NOT NULL, at"
              + " INTEGER NOT NULL, PRIMARY KEY (question, person))");
      statement.executeUpdate("INSERT INTO claim VALUES ('Ev1', " + NOON.toEpochMilli() + ")");
      statement.executeUpdate(
          "INSERT INTO question VALUES ('q1', 'slack', 'thread', 'C1', '17', 'U1', 'Where?', "
              + NOON.toEpochMilli()
              + ", 'answered', 'In Paris.', '{}', 1, 2)");
      statement.executeUpdate("PRAGMA user_version = 1");
    }
    try (SqliteLedger upgraded = SqliteLedger.open(file)) {
      assertThat(upgraded.turns("thread", NOON, 5))
          .containsExactly(new PastTurn("Where?", "In Paris."));
      assertThat(upgraded.claim(List.of("Ev1"))).isFalse();
      upgraded.keepPreference("U1", "language", "uk");
    }
    try (SqliteLedger again = SqliteLedger.open(file)) {
      assertThat(again.preference("U1", "language")).contains("uk");
      assertThat(again.forgetPerson("U1")).isEqualTo(2);
    }
  }

  @Test
  void wontOpenALedgerOfANewerVersion() throws Exception {
    ledger.close();
    Path file = folder.resolve("ledger.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = 99");
    }
    assertThatThrownBy(() -> SqliteLedger.open(file))
        .isInstanceOf(LedgerException.class)
        .hasMessage(
            "the ledger has version 99, this parley knows up to 5: use the newer parley, or another"
                + " data folder");
  }

  @Test
  void saysWhichFileIsNoLedger() throws Exception {
    Path file = Files.writeString(folder.resolve("notes.txt"), "not a database ".repeat(100));
    assertThatThrownBy(() -> SqliteLedger.open(file))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("cannot open the ledger " + file);
  }

  @Test
  void tellsOfMoreQuestionsThanOnePageHolds() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 501; i++) {
      String id = "q" + i;
      texts.add("question " + i);
      ledger.accept(questionOf(id, "U1", "question " + i), List.of(id));
      ledger.keep(new Feedback(id, "U1", true, "", NOON));
    }

    assertThat(asked(NOON, NOON.plusMillis(1)))
        .allSatisfy(question -> assertThat(question.feedback()).hasSize(1))
        .extracting(AskedQuestion::text)
        .containsExactlyElementsOf(texts);
  }
}
