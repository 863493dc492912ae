package parley.bot.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.OpType;
import org.opensearch.client.opensearch._types.SortOptions;
import org.opensearch.client.opensearch._types.SortOrder;
import org.opensearch.client.opensearch._types.Time;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.GetResponse;
import org.opensearch.client.opensearch.core.IndexRequest;
import org.opensearch.client.opensearch.core.IndexResponse;
import org.opensearch.client.opensearch.core.bulk.BulkOperation;
import org.opensearch.client.opensearch.core.search.Hit;

/**
 * The documents of one index of a cluster. Whatever was written, by any process, is read from then
 * on: a document by its id from the shard's primary, and a search after the index was refreshed.
 * Thread-safe.
 */
record DocumentStore(Cluster cluster, String index) {

  private static final Time SHARD_PATIENCE = Time.of(time -> time.time("3s"));
  private static final String PRIMARY = "_primary";
  private static final int PAGE = 500;
  private static final int DONE = 200;

  Optional<StoredDocument> get(String id) {
    GetResponse<ObjectNode> got =
        cluster.call(
            client ->
                client.get(
                    request -> request.index(index).id(id).preference(PRIMARY), ObjectNode.class));
    return got.found()
        ? Optional.of(
            new StoredDocument(
                id,
                Objects.requireNonNull(got.source()),
                Objects.requireNonNull(got.seqNo()),
                Objects.requireNonNull(got.primaryTerm())))
        : Optional.empty();
  }

  /** Keeps a document unless there is one by its id: of all who try, one gets it back. */
  Optional<StoredDocument> create(String id, ObjectNode content) {
    return indexed(id, content, request -> request.opType(OpType.Create));
  }

  /** Keeps new content in place of a document that nobody has changed since; else gives nothing. */
  Optional<StoredDocument> replace(StoredDocument old, ObjectNode content) {
    return indexed(
        old.id(), content, request -> request.ifSeqNo(old.sequence()).ifPrimaryTerm(old.term()));
  }

  private Optional<StoredDocument> indexed(
      String id, ObjectNode content, UnaryOperator<IndexRequest.Builder<ObjectNode>> condition) {
    IndexRequest.Builder<ObjectNode> request =
        new IndexRequest.Builder<ObjectNode>()
            .index(index)
            .id(id)
            .timeout(SHARD_PATIENCE)
            .document(content);
    IndexRequest<ObjectNode> built = condition.apply(request).build();
    try {
      IndexResponse made = cluster.callUnlessConflict(client -> client.index(built));
      return Optional.of(new StoredDocument(id, content, made.seqNo(), made.primaryTerm()));
    } catch (Cluster.ConflictException e) {
      return Optional.empty();
    }
  }

  /** Removes a document that nobody has changed since; else leaves it. */
  void remove(StoredDocument old) {
    try {
      cluster.callUnlessConflict(
          client ->
              client.delete(
                  request ->
                      request
                          .index(index)
                          .id(old.id())
                          .ifSeqNo(old.sequence())
                          .ifPrimaryTerm(old.term())
                          .timeout(SHARD_PATIENCE)));
    } catch (Cluster.ConflictException e) {
      // Another has changed or removed it, which is theirs to do.
    }
  }

  /** Keeps a document, whatever was there; the last who does so counts. */
  void put(String id, ObjectNode content) {
    cluster.call(
        client ->
            client.index(
                request -> request.index(index).id(id).timeout(SHARD_PATIENCE).document(content)));
  }

  /** Removes a document, if it is there. */
  void remove(String id) {
    cluster.call(
        client -> client.delete(request -> request.index(index).id(id).timeout(SHARD_PATIENCE)));
  }

  /** The first documents that a query finds, in an order. */
  List<StoredDocument> first(int most, Query query, List<SortOptions> order) {
    refresh();
    return page(most, query, order, List.of()).stream().map(DocumentStore::document).toList();
  }

  /** All documents that a query finds, in an order by fields of which no two have all in common. */
  List<StoredDocument> all(Query query, List<SortOptions> order) {
    List<StoredDocument> all = new ArrayList<>();
    pages(query, order, all::addAll);
    return all;
  }

  /** The same, of which no more than a page is held at once; no page is empty. */
  void pages(Query query, List<SortOptions> order, Consumer<List<StoredDocument>> reader) {
    refresh();
    List<FieldValue> last = List.of();
    List<Hit<ObjectNode>> page = page(PAGE, query, order, last);
    while (!page.isEmpty()) {
      reader.accept(page.stream().map(DocumentStore::document).toList());
      last = page.get(page.size() - 1).sort();
      page = page.size() < PAGE ? List.of() : page(PAGE, query, order, last);
    }
  }

  private List<Hit<ObjectNode>> page(
      int most, Query query, List<SortOptions> order, List<FieldValue> after) {
    return cluster
        .call(
            client ->
                client.search(
                    request -> {
                      request
                          .index(index)
                          .query(query)
                          .sort(order)
                          .size(most)
                          .allowPartialSearchResults(false)
                          .seqNoPrimaryTerm(true);
                      return after.isEmpty() ? request : request.searchAfter(after);
                    },
                    ObjectNode.class))
        .hits()
        .hits();
  }

  private static StoredDocument document(Hit<ObjectNode> hit) {
    return new StoredDocument(
        Objects.requireNonNull(hit.id()),
        Objects.requireNonNull(hit.source()),
        Objects.requireNonNull(hit.seqNo()),
        Objects.requireNonNull(hit.primaryTerm()));
  }

  /**
   * Removes what a query finds until it finds nothing, and tells how much that was. Not by the call
   * of OpenSearch's for it, which is of a module that a cluster may lack.
   */
  int removeAll(Query query) {
    int removed = 0;
    List<StoredDocument> found = first(PAGE, query, List.of());
    while (!found.isEmpty()) {
      removed += removeUnchanged(found);
      found = first(PAGE, query, List.of());
    }
    return removed;
  }

  private int removeUnchanged(List<StoredDocument> documents) {
    List<BulkOperation> removals = documents.stream().map(DocumentStore::removal).toList();
    return (int)
        cluster
            .call(client -> client.bulk(request -> request.index(index).operations(removals)))
            .items()
            .stream()
            .filter(item -> item.status() == DONE)
            .count();
  }

  private static BulkOperation removal(StoredDocument document) {
    return BulkOperation.of(
        operation ->
            operation.delete(
                delete ->
                    delete
                        .id(document.id())
                        .ifSeqNo(document.sequence())
                        .ifPrimaryTerm(document.term())));
  }

  /** Writes the segments anew without what was removed from them, and empties the log. */
  void expunge() {
    cluster.call(client -> client.indices().flush(request -> request.index(index).force(true)));
    cluster.call(
        client ->
            client
                .indices()
                .forcemerge(request -> request.index(index).onlyExpungeDeletes(true).flush(true)));
  }

  private void refresh() {
    cluster.call(client -> client.indices().refresh(request -> request.index(index)));
  }

  static Query is(String field, String value) {
    return Query.of(query -> query.term(term -> term.field(field).value(FieldValue.of(value))));
  }

  static Query is(String field, boolean value) {
    return Query.of(query -> query.term(term -> term.field(field).value(FieldValue.of(value))));
  }

  static Query isOneOf(String field, List<String> values) {
    List<FieldValue> words = values.stream().map(FieldValue::of).toList();
    return Query.of(query -> query.terms(terms -> terms.field(field).terms(of -> of.value(words))));
  }

  static Query isBefore(String field, Instant time) {
    return Query.of(
        query -> query.range(range -> range.field(field).lt(JsonData.of(time.toEpochMilli()))));
  }

  static Query has(String field) {
    return Query.of(query -> query.exists(exists -> exists.field(field)));
  }

  static SortOptions by(String field, SortOrder order) {
    return SortOptions.of(sort -> sort.field(by -> by.field(field).order(order)));
  }
}
