package parley.bot.ledger;

import java.util.List;
import java.util.Map;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch._types.mapping.DynamicMapping;
import org.opensearch.client.opensearch._types.mapping.Property;
import org.opensearch.client.opensearch._types.mapping.TypeMapping;
import org.opensearch.client.opensearch.indices.IndexSettings;

/**
 * The indices of a ledger, each of one shard with up to two copies. Only what is searched for is
 * indexed; the rest is kept as it is.
 *
 * @param prefix what their names begin with
 */
record LedgerIndices(Cluster cluster, String prefix) {

  private static final int VERSION = 1;
  private static final String VERSION_FIELD = "version";

  /** As many copies as there are other nodes, up to two. */
  private static final String COPIES = "0-2";

  private static final int EXISTS_ALREADY = 400;

  private static final Property WORD = Property.of(field -> field.keyword(word -> word));
  private static final Property NUMBER = Property.of(field -> field.long_(number -> number));
  private static final Property FLAG = Property.of(field -> field.boolean_(flag -> flag));

  DocumentStore claims() {
    return open("claims", Map.of("at", NUMBER));
  }

  DocumentStore questions() {
    return open(
        "questions",
        Map.of(
            QuestionFields.PLATFORM, WORD,
            QuestionFields.CONVERSATION, WORD,
            QuestionFields.PERSON, WORD,
            QuestionFields.ASKED, NUMBER,
            QuestionFields.ORDER, NUMBER,
            QuestionFields.OUTCOME, WORD,
            QuestionFields.LEFT, FLAG));
  }

  DocumentStore feedback() {
    return open(
        "feedback", Map.of("question", WORD, "person", WORD, "at", NUMBER, "order", NUMBER));
  }

  DocumentStore preferences() {
    return open("preferences", Map.of("person", WORD, "name", WORD, "at", NUMBER));
  }

  DocumentStore shares() {
    return open("shares", Map.of("question", WORD, "expires", NUMBER));
  }

  DocumentStore leases() {
    return open("leases", Map.of("at", NUMBER));
  }

  /** Makes an index unless it is there, which another process may do at the same time. */
  private DocumentStore open(String name, Map<String, Property> searched) {
    String index = prefix + "-" + name;
    if (!exists(index)) {
      create(index, searched);
    }
    check(index);
    return new DocumentStore(cluster, index);
  }

  private boolean exists(String index) {
    return cluster.call(client -> client.indices().exists(request -> request.index(index))).value();
  }

  private void create(String index, Map<String, Property> searched) {
    TypeMapping mapping =
        TypeMapping.of(
            fields ->
                fields
                    .dynamic(DynamicMapping.False)
                    .meta(VERSION_FIELD, JsonData.of(VERSION))
                    .properties(searched));
    // What is removed is to go from the disks: however little of a segment it is.
    IndexSettings settings =
        IndexSettings.of(
            values ->
                values
                    .numberOfShards(1)
                    .autoExpandReplicas(COPIES)
                    .customSettings(
                        "index.merge.policy.expunge_deletes_allowed", JsonData.of("0")));
    try {
      cluster.call(
          client ->
              client
                  .indices()
                  .create(request -> request.index(index).mappings(mapping).settings(settings)));
    } catch (LedgerException e) {
      if (Cluster.status(e.getCause()) != EXISTS_ALREADY || !exists(index)) {
        throw e;
      }
    }
  }

  private void check(String index) {
    List<TypeMapping> mappings =
        cluster
            .call(client -> client.indices().getMapping(request -> request.index(index)))
            .result()
            .values()
            .stream()
            .map(record -> record.mappings())
            .toList();
    for (TypeMapping mapping : mappings) {
      JsonData version = mapping.meta().get(VERSION_FIELD);
      if (version == null || version.to(Integer.class) != VERSION) {
        throw new LedgerException(
            "the index "
                + index
                + " has no version that this parley knows, which is "
                + VERSION
                + ": use the newer parley, or another name for the ledger");
      }
    }
  }
}
