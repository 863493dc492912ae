package parley.bot.ledger;

import static parley.bot.ledger.DocumentStore.by;
import static parley.bot.ledger.DocumentStore.has;
import static parley.bot.ledger.DocumentStore.is;
import static parley.bot.ledger.DocumentStore.isBefore;
import static parley.bot.ledger.DocumentStore.isOneOf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.opensearch.client.opensearch._types.SortOptions;
import org.opensearch.client.opensearch._types.SortOrder;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/**
 * Questions on a cluster, each a document. It names the process that works on the question, and
 * that process alone changes how the question stands; every change is made to the state that was
 * read, or else read and made anew. Thread-safe.
 *
 * @param process this process
 * @param isGone whether another process has died or closed its ledger
 */
record ClusterQuestions(DocumentStore store, String process, Predicate<String> isGone) {

  private static final List<SortOptions> OLDEST_FIRST =
      List.of(by(QuestionFields.ASKED, SortOrder.Asc), by(QuestionFields.ORDER, SortOrder.Asc));

  private static final List<SortOptions> LATEST_FIRST =
      List.of(by(QuestionFields.ASKED, SortOrder.Desc), by(QuestionFields.ORDER, SortOrder.Desc));

  private static final List<String> SAID_NOTHING = List.of("refused", "failed");

  ObjectNode fields(AcceptedQuestion question, long order) {
    return QuestionFields.of(question)
        .put(QuestionFields.ORDER, order)
        .put(QuestionFields.HOLDER, process);
  }

  Optional<StoredDocument> get(String id) {
    return store.get(DocumentId.of(id)).filter(found -> found.content().has(QuestionFields.ID));
  }

  /** Whether there is no question of this id, or none any more. */
  boolean isForgotten(String id) {
    return get(id).isEmpty();
  }

  /** Changes a question that is this process's; others are left alone. */
  void change(String id, Consumer<ObjectNode> change) {
    change(id, this::isMine, change);
  }

  /** Changes a question, whoever works on it. */
  void changeAnybodys(String id, Consumer<ObjectNode> change) {
    change(id, question -> true, change);
  }

  void sending(String id, Instant at) {
    change(
        id,
        question -> {
          if (!isMine(question)) {
            throw new LedgerException(
                "question " + id + " was taken by another process, which sends its answer");
          }
          return true;
        },
        fields -> fields.put(QuestionFields.SENDING, at.toEpochMilli()));
  }

  void discard(String id) {
    Optional<StoredDocument> found = get(id).filter(this::isMine);
    while (found.isPresent()) {
      store.remove(found.get());
      found = get(id).filter(this::isMine);
    }
  }

  boolean take(String id) {
    return change(
        id,
        question -> isLeft(question) && (isMine(question) || isGone.test(holder(question))),
        fields -> fields.put(QuestionFields.HOLDER, process));
  }

  private boolean change(String id, Predicate<StoredDocument> may, Consumer<ObjectNode> change) {
    while (true) {
      Optional<StoredDocument> found = get(id).filter(may);
      if (found.isEmpty()) {
        return false;
      }
      ObjectNode fields = found.get().content().deepCopy();
      change.accept(fields);
      if (store.replace(found.get(), fields).isPresent()) {
        return true;
      }
    }
  }

  private boolean isMine(StoredDocument question) {
    return holder(question).equals(process);
  }

  private static String holder(StoredDocument question) {
    return question.text(QuestionFields.HOLDER);
  }

  private static boolean isLeft(StoredDocument question) {
    return question.content().path(QuestionFields.LEFT).asBoolean();
  }

  List<LeftQuestion> left(String platform) {
    Query query =
        Query.of(
            both ->
                both.bool(
                    all ->
                        all.filter(
                            is(QuestionFields.PLATFORM, platform), is(QuestionFields.LEFT, true))));
    Map<String, Boolean> gone = new HashMap<>();
    return store.all(query, OLDEST_FIRST).stream()
        .filter(
            question -> isMine(question) || gone.computeIfAbsent(holder(question), isGone::test))
        .map(question -> QuestionFields.left(question.content()))
        .toList();
  }

  Optional<String> lastAsker(String conversation) {
    return store.first(1, is(QuestionFields.CONVERSATION, conversation), LATEST_FIRST).stream()
        .map(question -> question.text(QuestionFields.PERSON))
        .findFirst();
  }

  List<PastTurn> turns(String conversation, Instant since, int most) {
    Query query =
        Query.of(
            both ->
                both.bool(
                    all ->
                        all.filter(
                                is(QuestionFields.CONVERSATION, conversation),
                                has(QuestionFields.OUTCOME))
                            .mustNot(
                                isBefore(QuestionFields.ASKED, since),
                                isOneOf(QuestionFields.OUTCOME, SAID_NOTHING))));
    List<PastTurn> turns = new ArrayList<>();
    for (StoredDocument turn : store.first(most, query, LATEST_FIRST)) {
      turns.add(new PastTurn(turn.text(QuestionFields.TEXT), turn.text(QuestionFields.ANSWER)));
    }
    Collections.reverse(turns);
    return turns;
  }

  List<StoredDocument> of(String person) {
    return store.all(is(QuestionFields.PERSON, person), OLDEST_FIRST);
  }

  boolean hasAny(String person) {
    return !store.first(1, is(QuestionFields.PERSON, person), List.of()).isEmpty();
  }

  /** Gives the questions asked in a time, the oldest first, page by page. */
  void askedIn(Instant from, Instant until, Consumer<List<StoredDocument>> pages) {
    Query query =
        Query.of(
            both ->
                both.bool(
                    all ->
                        all.filter(isBefore(QuestionFields.ASKED, until))
                            .mustNot(isBefore(QuestionFields.ASKED, from))));
    store.pages(query, OLDEST_FIRST, pages);
  }

  List<StoredDocument> askedBefore(Instant time) {
    return store.all(isBefore(QuestionFields.ASKED, time), OLDEST_FIRST);
  }
}
