package parley.knowledge.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One index on a cluster: what is kept in it, and its state. Thread-safe. */
final class ClusterIndex {

  private static final String STATE = "state";
  private static final int SOURCES_A_PAGE = 1_000;
  private static final int WORDS_A_PAGE = 10_000;

  private static final Map<String, Object> TOTALS =
      Map.of(
          "length", Map.of("sum", Map.of("field", ClusterEntry.LENGTH)),
          "with", Map.of("filter", Map.of("range", Map.of(ClusterEntry.LENGTH, Map.of("gt", 0)))));

  private final ClusterConnection cluster;
  private final String name;

  ClusterIndex(ClusterConnection cluster, String name) {
    this.cluster = cluster;
    this.name = name;
  }

  /** Whether it was deleted, or made anew by another process, so that a search found nothing. */
  static final class GoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GoneException(String message) {
      super(message);
    }
  }

  String name() {
    return name;
  }

  /** Empty if there is no such index, or one that was never begun. */
  Optional<ClusterState.Versioned> state() {
    ClusterConnection.Reply reply = cluster.ask("GET", path("_doc/" + STATE));
    if (reply.isMissing()) {
      return Optional.empty();
    }
    if (!reply.isDone()) {
      throw cluster.refused("the state of " + name, reply);
    }
    JsonNode body = reply.body();
    return Optional.of(
        new ClusterState.Versioned(
            read(body.path("_source"), ClusterState.class),
            body.path("_seq_no").asLong(),
            body.path("_primary_term").asLong()));
  }

  /** Changes the state; empty if another did so meanwhile. */
  Optional<ClusterState.Versioned> change(ClusterState.Versioned before, ClusterState now) {
    String condition = "?if_seq_no=" + before.number() + "&if_primary_term=" + before.term();
    ClusterConnection.Reply reply = cluster.ask("PUT", path("_doc/" + STATE + condition), now);
    if (reply.isConflict() || reply.isMissing()) {
      // a try may have done it whose answer was lost
      return state().filter(it -> it.state().equals(now));
    }
    if (!reply.isDone()) {
      throw cluster.refused("a change of the state of " + name, reply);
    }
    JsonNode body = reply.body();
    return Optional.of(
        new ClusterState.Versioned(
            now, body.path("_seq_no").asLong(), body.path("_primary_term").asLong()));
  }

  /** Makes the index unless it is there, and its first state unless it has one. */
  void make(ClusterState first, int shards) {
    try {
      cluster.make(name, ClusterEntry.index(shards));
    } catch (IndexException e) {
      throw new IndexException(
          "the cluster makes no index for passages: check that it has the plugin opensearch-knn",
          e);
    }
    ClusterConnection.Reply begun = cluster.ask("PUT", path("_create/" + STATE), first);
    if (!begun.isDone() && !begun.isConflict()) {
      throw cluster.refused("the state of " + name, begun);
    }
  }

  void keepVectorsOf(int dimension) {
    cluster.call("PUT", path("_mapping"), ClusterEntry.vectors(dimension));
  }

  /** Puts or deletes entries: lines as {@code _bulk} has them. */
  void write(NdJson lines) {
    JsonNode answer = cluster.callPatiently("POST", path("_bulk"), lines);
    for (JsonNode item :
        answer.path("errors").asBoolean() ? answer.path("items") : List.<JsonNode>of()) {
      JsonNode error = item.elements().next().path("error");
      if (!error.isMissingNode()) {
        throw new IndexException(
            "the cluster does not take an entry of the index "
                + name
                + " ("
                + error.path("reason").asText()
                + "): check its log and its disks");
      }
    }
  }

  /** Lets searches find all that was written. */
  void refresh() {
    cluster.callPatiently("POST", path("_refresh"), Map.of());
  }

  void delete(String field, List<?> values) {
    cluster.callPatiently(
        "POST",
        path("_delete_by_query?conflicts=proceed&refresh=true"),
        Map.of("query", Map.of("terms", Map.of(field, values))));
  }

  /**
   * The documents' entries that a query finds, without their paragraphs.
   *
   * @param query such as {@link ClusterState#visible}
   */
  List<SourceEntry> sources(Map<String, Object> query) {
    List<SourceEntry> sources = new ArrayList<>();
    Map<String, Object> search = new HashMap<>();
    search.put("size", SOURCES_A_PAGE);
    search.put("_source", Map.of("excludes", List.of(ClusterEntry.PARAGRAPHS)));
    search.put("sort", List.of(Map.of(ClusterEntry.EDITION, "asc")));
    search.put("query", only(ClusterEntry.OF_SOURCE, query));
    JsonNode hits;
    do {
      hits = search(List.of(search)).get(0).path("hits").path("hits");
      for (JsonNode hit : hits) {
        sources.add(read(hit.path("_source"), SourceEntry.class));
        search.put("search_after", hit.path("sort"));
      }
    } while (hits.size() == SOURCES_A_PAGE);
    return sources;
  }

  /** How many documents a query finds. */
  int countSources(Map<String, Object> query) {
    return counted(ClusterEntry.OF_SOURCE, query, Map.of())
        .path("hits")
        .path("total")
        .path("value")
        .asInt();
  }

  /** Counts the passages that a query finds, with the words of each. */
  PassageCounts count(Map<String, Object> query) {
    Map<String, Object> counts = new HashMap<>(TOTALS);
    counts.put(ClusterEntry.STEMS, each(ClusterEntry.STEMS, MissingNode.getInstance()));
    counts.put(ClusterEntry.WORDS, each(ClusterEntry.WORDS, MissingNode.getInstance()));
    JsonNode counted = counted(ClusterEntry.OF_PASSAGE, query, counts);
    return new PassageCounts(
        totals(counted),
        all(ClusterEntry.STEMS, query, counted),
        all(ClusterEntry.WORDS, query, counted));
  }

  /** The same without the words. */
  PassageCounts.Totals totals(Map<String, Object> query) {
    return totals(counted(ClusterEntry.OF_PASSAGE, query, TOTALS));
  }

  private static PassageCounts.Totals totals(JsonNode counted) {
    return new PassageCounts.Totals(
        counted.path("hits").path("total").path("value").asInt(),
        counted.path("aggregations").path("with").path("doc_count").asInt(),
        counted.path("aggregations").path("length").path("value").asLong());
  }

  private static Map<String, Object> each(String field, JsonNode after) {
    Map<String, Object> composite = new LinkedHashMap<>();
    composite.put("size", WORDS_A_PAGE);
    composite.put("sources", List.of(Map.of("it", Map.of("terms", Map.of("field", field)))));
    if (!after.isMissingNode()) {
      composite.put("after", after);
    }
    return Map.of("composite", composite);
  }

  /** How many passages hold each value of a field, from the first page of them on. */
  private Map<String, Integer> all(String field, Map<String, Object> query, JsonNode first) {
    Map<String, Integer> counts = new HashMap<>();
    JsonNode page = first.path("aggregations").path(field);
    while (true) {
      for (JsonNode bucket : page.path("buckets")) {
        counts.put(bucket.path("key").path("it").asText(), bucket.path("doc_count").asInt());
      }
      if (page.path("buckets").size() < WORDS_A_PAGE) {
        return counts;
      }
      Map<String, Object> next = Map.of(field, each(field, page.path("after_key")));
      page = counted(ClusterEntry.OF_PASSAGE, query, next).path("aggregations").path(field);
    }
  }

  private JsonNode counted(String kind, Map<String, Object> query, Map<String, Object> counts) {
    Map<String, Object> search = new HashMap<>();
    search.put("size", 0);
    search.put("track_total_hits", true);
    search.put("query", only(kind, query));
    search.put("aggs", counts);
    return search(List.of(search)).get(0);
  }

  private static Map<String, Object> only(String kind, Map<String, Object> query) {
    return Map.of(
        "bool", Map.of("filter", List.of(Map.of("term", Map.of(ClusterEntry.KIND, kind)), query)));
  }

  /** The answers to searches made at once. */
  List<JsonNode> search(List<Map<String, Object>> searches) {
    NdJson lines = new NdJson();
    for (Map<String, Object> search : searches) {
      lines
          .add(
              Map.of(
                  "index",
                  name,
                  "search_type",
                  "dfs_query_then_fetch",
                  "allow_partial_search_results",
                  false))
          .add(search);
    }
    List<JsonNode> answers = new ArrayList<>();
    for (JsonNode answer : cluster.call("POST", "/_msearch", lines).path("responses")) {
      if (answer.has("error")) {
        throw refusedSearch(answer);
      }
      answers.add(answer);
    }
    return answers;
  }

  private RuntimeException refusedSearch(JsonNode answer) {
    int status = answer.path("status").asInt();
    return status == 404
        ? new GoneException(name)
        : cluster.refused("a search of " + name, new ClusterConnection.Reply(status, answer));
  }

  /** What is kept of some entries, by their ids; those that are gone are left out. */
  <T> Map<String, T> entries(List<String> ids, Class<T> kind) {
    ClusterConnection.Reply reply = cluster.ask("POST", path("_mget"), Map.of("ids", ids));
    if (!reply.isDone()) {
      throw cluster.refused("entries of " + name, reply);
    }
    Map<String, T> entries = new HashMap<>();
    for (JsonNode entry : reply.body().path("docs")) {
      if (entry.path("found").asBoolean()) {
        entries.put(entry.path("_id").asText(), read(entry.path("_source"), kind));
      }
    }
    return entries;
  }

  private static <T> T read(JsonNode source, Class<T> kind) {
    try {
      return ClusterConnection.JSON.treeToValue(source, kind);
    } catch (JsonProcessingException e) {
      throw new IndexException("an entry on the cluster cannot be read: delete its index", e);
    }
  }

  private String path(String rest) {
    return "/" + name + "/" + rest;
  }
}
