package parley.knowledge.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
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

  /** The documents' entries that a state shows, without their paragraphs. */
  List<SourceEntry> sources(ClusterState state) {
    List<SourceEntry> sources = new ArrayList<>();
    Map<String, Object> search = new HashMap<>();
    search.put("size", SOURCES_A_PAGE);
    search.put("_source", Map.of("excludes", List.of(ClusterEntry.PARAGRAPHS)));
    search.put("sort", List.of(Map.of(ClusterEntry.EDITION, "asc")));
    search.put("query", only(ClusterEntry.OF_SOURCE, state));
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

  /** Counts the passages that a state shows. */
  Vocabulary vocabulary(ClusterState state) {
    Map<String, Object> counts =
        Map.of(
            "length", Map.of("sum", Map.of("field", ClusterEntry.LENGTH)),
            "with",
                Map.of("filter", Map.of("range", Map.of(ClusterEntry.LENGTH, Map.of("gt", 0)))));
    JsonNode counted = passages(counts, state);
    return new Vocabulary(
        counted.path("hits").path("total").path("value").asInt(),
        counted.path("aggregations").path("with").path("doc_count").asInt(),
        counted.path("aggregations").path("length").path("value").asLong(),
        counts(ClusterEntry.STEMS, state),
        Vocabulary.indexed(counts(ClusterEntry.WORDS, state).keySet()));
  }

  private Map<String, Integer> counts(String field, ClusterState state) {
    Map<String, Integer> counts = new HashMap<>();
    Map<String, Object> composite = new LinkedHashMap<>();
    composite.put("size", WORDS_A_PAGE);
    composite.put("sources", List.of(Map.of("it", Map.of("terms", Map.of("field", field)))));
    JsonNode page;
    do {
      page =
          passages(Map.of("all", Map.of("composite", composite)), state)
              .path("aggregations")
              .path("all");
      for (JsonNode bucket : page.path("buckets")) {
        counts.put(bucket.path("key").path("it").asText(), bucket.path("doc_count").asInt());
      }
      composite.put("after", page.path("after_key"));
    } while (page.path("buckets").size() == WORDS_A_PAGE);
    return counts;
  }

  private JsonNode passages(Map<String, Object> counts, ClusterState state) {
    return search(
            List.of(
                Map.of(
                    "size",
                    0,
                    "track_total_hits",
                    true,
                    "query",
                    only(ClusterEntry.OF_PASSAGE, state),
                    "aggs",
                    counts)))
        .get(0);
  }

  private static Map<String, Object> only(String kind, ClusterState state) {
    return Map.of(
        "bool",
        Map.of(
            "filter", List.of(Map.of("term", Map.of(ClusterEntry.KIND, kind)), state.visible())));
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
