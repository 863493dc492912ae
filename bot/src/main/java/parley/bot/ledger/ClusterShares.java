package parley.bot.ledger;

import static parley.bot.ledger.DocumentStore.isBefore;
import static parley.bot.ledger.DocumentStore.isOneOf;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Links to answers, on a cluster; each is a document. Thread-safe. */
record ClusterShares(DocumentStore store, ClusterQuestions questions) {

  private static final String QUESTION = "question";
  private static final String EXPIRES = "expires";

  boolean share(String platform, Share share) {
    if (!mayBeShared(platform, share.questionId())) {
      return false;
    }
    String id = DocumentId.of(share.token());
    ObjectNode fields =
        JsonNodeFactory.instance
            .objectNode()
            .put(QUESTION, share.questionId())
            .put(EXPIRES, share.expires().toEpochMilli());
    store.put(id, fields);
    // where somebody was forgotten while it was kept
    if (questions.isForgotten(share.questionId())) {
      store.get(id).ifPresent(store::remove);
    }
    return true;
  }

  private boolean mayBeShared(String platform, String question) {
    return questions
        .get(question)
        .filter(asked -> asked.text(QuestionFields.PLATFORM).equals(platform))
        .filter(asked -> !asked.text(QuestionFields.DETAILS).isEmpty())
        .isPresent();
  }

  Optional<String> shared(String token, Instant at) {
    return store
        .get(DocumentId.of(token))
        .filter(share -> share.content().path(EXPIRES).asLong() > at.toEpochMilli())
        .map(share -> share.text(QUESTION));
  }

  /** Removes links that show nothing any more, and tells how many these were. */
  int forgetExpired(Instant now) {
    return store.removeAll(isBefore(EXPIRES, now));
  }

  /** Removes links to some answers. */
  void forgetOn(List<String> answered) {
    store.removeAll(isOneOf(QUESTION, answered));
  }
}
