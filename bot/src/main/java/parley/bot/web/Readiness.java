package parley.bot.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bot.chat.Json;

/**
 * What must be in order for questions to be answered, by name: the documents, the ledger, and the
 * platforms that are switched on. Thread-safe; asked anew at most once a second, since to ask a
 * platform takes a moment.
 */
public final class Readiness {

  private static final Logger log = LoggerFactory.getLogger(Readiness.class);

  private static final long KEEP_NANOS = 1_000_000_000L;

  private final Map<String, BooleanSupplier> checks = new LinkedHashMap<>();
  private Map<String, Boolean> last = Map.of();
  private long lastAt;

  /** Adds what must be in order; one that throws is not. */
  public synchronized void add(String name, BooleanSupplier check) {
    checks.put(name, check);
    last = Map.of();
  }

  /** {@code GET /readyz}. */
  void serve(Exchange exchange) {
    Map<String, Boolean> found = check();
    boolean ready = !found.containsValue(false);
    ObjectNode json = Json.MAPPER.createObjectNode().put("ready", ready);
    json.set("checks", Json.MAPPER.valueToTree(found));
    exchange.send(ready ? 200 : 503, Exchange.JSON, json.toString());
  }

  private synchronized Map<String, Boolean> check() {
    if (last.isEmpty() || System.nanoTime() - lastAt > KEEP_NANOS) {
      Map<String, Boolean> found = new LinkedHashMap<>();
      checks.forEach((name, check) -> found.put(name, passes(name, check)));
      last = found;
      lastAt = System.nanoTime();
    }
    return last;
  }

  private static boolean passes(String name, BooleanSupplier check) {
    try {
      return check.getAsBoolean();
    } catch (RuntimeException e) {
      log.warn("{} is not ready: {}", name, e.getMessage());
      return false;
    }
  }
}
