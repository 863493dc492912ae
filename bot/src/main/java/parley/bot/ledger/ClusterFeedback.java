package parley.bot.ledger;

import static parley.bot.ledger.DocumentStore.by;
import static parley.bot.ledger.DocumentStore.is;
import static parley.bot.ledger.DocumentStore.isOneOf;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opensearch.client.opensearch._types.SortOptions;
import org.opensearch.client.opensearch._types.SortOrder;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/** What people thought of answers, on a cluster; each thought is a document. Thread-safe. */
record ClusterFeedback(DocumentStore store, ClusterQuestions questions, Ticks ticks) {

  private static final String QUESTION = "question";
  private static final String PERSON = "person";
  private static final String HELPFUL = "helpful";
  private static final String REASON = "reason";
  private static final String AT = "at";
  private static final String ORDER = "order";

  void keep(Feedback thought) {
    Optional<StoredDocument> kept = Optional.empty();
    while (kept.isEmpty() && !questions.isForgotten(thought.questionId())) {
      kept = keepOnce(thought);
    }
    // where somebody was forgotten while it was kept
    kept.filter(it -> questions.isForgotten(thought.questionId())).ifPresent(store::remove);
  }

  /** Empty where another thought of the same person's on the same answer came between. */
  private Optional<StoredDocument> keepOnce(Feedback thought) {
    String id = DocumentId.of(thought.questionId(), thought.person());
    ObjectNode fields = fields(thought);
    Optional<StoredDocument> before = store.get(id);
    return before.isPresent()
        ? store.replace(before.get(), fields.put(ORDER, order(before.get())))
        : store.create(id, fields.put(ORDER, ticks.next()));
  }

  private static long order(StoredDocument thought) {
    return thought.content().path(ORDER).asLong();
  }

  private static ObjectNode fields(Feedback thought) {
    return JsonNodeFactory.instance
        .objectNode()
        .put(QUESTION, thought.questionId())
        .put(PERSON, thought.person())
        .put(HELPFUL, thought.helpful())
        .put(REASON, thought.reason())
        .put(AT, thought.at().toEpochMilli());
  }

  private static Feedback thought(StoredDocument kept) {
    return new Feedback(
        kept.text(QUESTION),
        kept.text(PERSON),
        kept.content().path(HELPFUL).asBoolean(),
        kept.text(REASON),
        Instant.ofEpochMilli(kept.content().path(AT).asLong()));
  }

  List<Feedback> on(String question) {
    return all(is(QUESTION, question), by(ORDER, SortOrder.Asc));
  }

  /** The same of several questions, by their ids; of no more than a query takes with ease. */
  Map<String, List<Feedback>> on(List<String> questions) {
    return all(isOneOf(QUESTION, questions), by(ORDER, SortOrder.Asc)).stream()
        .collect(Collectors.groupingBy(Feedback::questionId));
  }

  List<Feedback> of(String person) {
    return all(is(PERSON, person), by(AT, SortOrder.Asc), by(ORDER, SortOrder.Asc));
  }

  private List<Feedback> all(Query query, SortOptions... order) {
    return store.all(query, List.of(order)).stream().map(ClusterFeedback::thought).toList();
  }

  /** Removes what a person thought, and tells how much that was. */
  int forget(String person) {
    return store.removeAll(is(PERSON, person));
  }

  /** Removes what anybody thought of some answers. */
  void forgetOn(List<String> answered) {
    store.removeAll(isOneOf(QUESTION, answered));
  }
}
