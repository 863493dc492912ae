package parley.bot;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import parley.bot.ledger.Ledger;
import parley.bot.ledger.OpenSearchLedger;
import parley.bot.ledger.SqliteLedger;

/**
 * Where the ledger is.
 *
 * @param data the folder that holds it if it is on no cluster
 * @param cluster addresses of nodes of an OpenSearch cluster; empty for none
 */
record LedgerPlace(Path data, List<URI> cluster) {

  private static final String FILE = "ledger.db";
  private static final String NAME = "parley-ledger";

  /**
   * Opens it, or makes it if it is not there.
   *
   * @throws parley.bot.ledger.LedgerException if the folder or the cluster cannot be used
   */
  Ledger open() {
    return isShared()
        ? OpenSearchLedger.open(cluster, NAME)
        : SqliteLedger.open(data.resolve(FILE));
  }

  /** Whether several processes may work with it at once. */
  boolean isShared() {
    return !cluster.isEmpty();
  }

  /** False where there is none yet, as far as can be told without opening it. */
  boolean mayHoldOne() {
    return isShared() || Files.exists(data.resolve(FILE));
  }
}
