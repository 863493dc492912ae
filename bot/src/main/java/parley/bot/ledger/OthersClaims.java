package parley.bot.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Optional;

/**
 * How the claims of others stand, on a cluster, and how one is voided whose process decides
 * nothing, as {@link EventClaims} tells. Thread-safe.
 */
record OthersClaims(DocumentStore claims, DocumentStore questions, Clock clock) {

  enum Fate {
    CLAIMED,
    UNDECIDED,
    VOID
  }

  /** How a claim stands that has taken a name. */
  Fate fate(StoredDocument name) {
    Optional<StoredDocument> root = root(name);
    if (root.isEmpty()) {
      return Fate.VOID;
    }
    if (root.get().content().path(ClaimAttempt.CLAIMED).asBoolean()) {
      return Fate.CLAIMED;
    }
    return root.get().content().has(ClaimAttempt.QUESTION)
        ? fateByQuestion(root.get())
        : Fate.UNDECIDED;
  }

  private Fate fateByQuestion(StoredDocument root) {
    return questions
        .get(root.text(ClaimAttempt.QUESTION))
        .map(
            kept ->
                isEmptyPlace(kept)
                        || !kept.text(QuestionFields.CLAIM).equals(root.text(ClaimAttempt.TOKEN))
                    ? Fate.VOID
                    : Fate.CLAIMED)
        .orElse(Fate.UNDECIDED);
  }

  private Optional<StoredDocument> root(StoredDocument name) {
    Optional<StoredDocument> root =
        name.text(ClaimAttempt.ROOT).equals(name.id())
            ? Optional.of(name)
            : claims.get(name.text(ClaimAttempt.ROOT));
    return root.filter(
        found -> found.text(ClaimAttempt.TOKEN).equals(name.text(ClaimAttempt.TOKEN)));
  }

  /** Excludes that the claim of a name is decided yet, unless it was meanwhile. */
  void makeVoid(StoredDocument name) {
    root(name)
        .ifPresent(
            root -> {
              if (root.content().has(ClaimAttempt.QUESTION)) {
                takePlace(root.text(ClaimAttempt.QUESTION));
              } else if (!root.content().path(ClaimAttempt.CLAIMED).asBoolean()) {
                claims.remove(root);
              }
            });
  }

  /** Puts an empty document where a question's would go; gives what is there. */
  Optional<StoredDocument> takePlace(String question) {
    ObjectNode empty =
        JsonNodeFactory.instance.objectNode().put(QuestionFields.ASKED, clock.millis());
    return questions.create(question, empty).or(() -> questions.get(question));
  }

  static boolean isEmptyPlace(StoredDocument question) {
    return !question.content().has(QuestionFields.ID);
  }
}
