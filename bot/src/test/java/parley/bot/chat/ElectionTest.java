package parley.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.bot.ledger.Ledger;
import parley.bot.ledger.SqliteLedger;

class ElectionTest {

  @Test
  void whoSharesHisLedgerWithNobodyIsElectedAtOnceAndForGood(@TempDir Path folder) {
    try (Ledger ledger = SqliteLedger.open(folder.resolve("ledger.db"))) {
      Election election = Election.of(ledger, "telegram-polling");

      assertThat(election.isElected()).isTrue();
      assertThat(Thread.getAllStackTraces().keySet())
          .extracting(Thread::getName)
          .doesNotContain("telegram-polling");
      election.close();
    }
  }
}
