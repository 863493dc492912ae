package parley.bot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import parley.bot.ledger.Ledger;
import parley.bot.ledger.OpenSearchLedger;
import parley.bot.ledger.SqliteLedger;
import parley.knowledge.cluster.ClusterPlace;

/**
 * Where the ledger is.
 *
 * @param data the folder that holds it if it is on no cluster
 * @param cluster where it is on a cluster; empty for none
 */
record LedgerPlace(Path data, Optional<ClusterPlace> cluster) {

  private static final String FILE = "ledger.db";

  /**
   * Opens it, or makes it if it is not there.
   *
   * @throws parley.bot.ledger.LedgerException if the folder or the cluster cannot be used
   */
  Ledger open() {
    return cluster
        .<Ledger>map(OpenSearchLedger::open)
        .orElseGet(() -> SqliteLedger.open(data.resolve(FILE)));
  }

  /** Whether several processes may work with it at once. */
  boolean isShared() {
    return cluster.isPresent();
  }

  /** False where there is none yet, as far as can be told without opening it. */
  boolean mayHoldOne() {
    return isShared() || Files.exists(data.resolve(FILE));
  }
}
