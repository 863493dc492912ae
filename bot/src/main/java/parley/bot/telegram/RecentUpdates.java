package parley.bot.telegram;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The updates handled last. The ledger knows which were handled as well, for longer and across
 * restarts; this keeps a server that sends them again and again from asking it each time. Not
 * thread-safe.
 */
final class RecentUpdates {

  private static final int MOST = 10_000;

  private final Map<Integer, Boolean> ids =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Boolean> eldest) {
          return size() > MOST;
        }
      };

  boolean isNew(int id) {
    return !ids.containsKey(id);
  }

  void add(int id) {
    ids.put(id, true);
  }
}
