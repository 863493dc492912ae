package parley.knowledge.index;

import java.util.Map;
import java.util.Optional;
import parley.knowledge.cluster.LeaseStore;

/**
 * Keeps leases in an index of their own, which is made with the first of them. Thread-safe.
 *
 * @param index its name
 */
record TurnStore(ClusterConnection cluster, String index) implements LeaseStore {

  private static final String HOLDER = "holder";

  private static final Map<String, Object> INDEX =
      Map.of(
          "settings",
          Map.of("index", Map.of("number_of_shards", 1, "auto_expand_replicas", "0-2")),
          "mappings",
          Map.of("dynamic", false));

  @Override
  public Optional<Lease> get(String name) {
    ClusterConnection.Reply reply = cluster.ask("GET", path("_doc", name));
    if (reply.isMissing()) {
      return Optional.empty();
    }
    if (!reply.isDone()) {
      throw cluster.refused("a look at " + index, reply);
    }
    return Optional.of(
        new Lease(
            reply.body().path("_source").path(HOLDER).asText(),
            reply.body().path("_seq_no").asLong(),
            reply.body().path("_primary_term").asLong()));
  }

  @Override
  public boolean create(String name, String holder) {
    cluster.make(index, INDEX);
    return isWritten(path("_create", name), holder);
  }

  @Override
  public boolean replace(String name, Lease before, String holder) {
    return isWritten(path("_doc", name) + asRead(before), holder);
  }

  private boolean isWritten(String path, String holder) {
    ClusterConnection.Reply reply = cluster.ask("PUT", path, Map.of(HOLDER, holder));
    if (!reply.isDone() && !reply.isConflict()) {
      throw cluster.refused("a turn in " + index, reply);
    }
    return reply.isDone();
  }

  @Override
  public void remove(String name, Lease before) {
    cluster.ask("DELETE", path("_doc", name) + asRead(before));
  }

  private static String asRead(Lease lease) {
    return "?if_seq_no=" + lease.sequence() + "&if_primary_term=" + lease.term();
  }

  private String path(String kind, String name) {
    return "/" + index + "/" + kind + "/" + name;
  }
}
