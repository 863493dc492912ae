package parley.knowledge.index;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The name under which one of several indexes on a cluster is the one in use. Thread-safe. */
final class ClusterAlias {

  private static final Logger log = LoggerFactory.getLogger(ClusterAlias.class);

  private final ClusterConnection cluster;
  private final String name;

  ClusterAlias(ClusterConnection cluster, String name) {
    this.cluster = cluster;
    this.name = name;
  }

  String name() {
    return name;
  }

  /**
   * Lets the name mean this index and no other, at once; unless it means one that was made later: a
   * process of an earlier version does not take the name back.
   *
   * @return false if nothing was changed
   */
  boolean pointTo(String index) {
    List<String> before = meant();
    if (before.equals(List.of(index)) || isAnyNewer(before, index)) {
      return false;
    }
    List<Object> actions = new ArrayList<>();
    before.forEach(it -> actions.add(Map.of("remove", Map.of("index", it, "alias", name))));
    actions.add(Map.of("add", Map.of("index", index, "alias", name)));
    cluster.call("POST", "/_aliases", Map.of("actions", actions));
    log.info("index {} is in use as {}", index, name);
    return true;
  }

  boolean means(String index) {
    return meant().equals(List.of(index));
  }

  private List<String> meant() {
    return names("/_alias/" + name);
  }

  private boolean isAnyNewer(List<String> others, String index) {
    long made = made(index);
    return others.stream().anyMatch(other -> made(other) > made);
  }

  /** When an index was made, in milliseconds since 1970 by the cluster's clock. */
  private long made(String index) {
    return cluster
        .call("GET", "/" + index + "/_settings", MissingNode.getInstance())
        .path(index)
        .path("settings")
        .path("index")
        .path("creation_date")
        .asLong();
  }

  /** Deletes the indexes of this name that were made in other ways. */
  void deleteAllBut(String index) {
    for (String other : names("/" + name + ".*/_alias")) {
      if (!other.equals(index)) {
        cluster.ask("DELETE", "/" + other);
        log.info("index {} was made in another way and is deleted", other);
      }
    }
  }

  private List<String> names(String path) {
    ClusterConnection.Reply reply = cluster.ask("GET", path);
    if (reply.isMissing()) {
      return List.of();
    }
    if (!reply.isDone()) {
      throw cluster.refused(path, reply);
    }
    List<String> names = new ArrayList<>();
    for (Iterator<String> it = reply.body().fieldNames(); it.hasNext(); ) {
      names.add(it.next());
    }
    return names;
  }
}
