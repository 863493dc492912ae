package parley.bot.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims of events on a cluster, by all the names of an event or by none. Thread-safe.
 *
 * <p>A name is one document, created only where there is none, so that of all who create it one
 * does. A caller takes the names of an event in the order of their ids. The document of the first,
 * its <em>root</em>, decides for them all, and is decided by a single write:
 *
 * <ul>
 *   <li>an event with one name is claimed by the creation of its root;
 *   <li>one with several, when all are taken, by a change of its root from taken to claimed;
 *   <li>a question's event by the creation of the question's document, which bears the claim's
 *       token. A crash before that leaves no question and a claim that can be voided; a crash after
 *       it leaves the question, which is answered as one left behind, and an event that is known
 *       for it.
 * </ul>
 *
 * <p>Whoever meets a name that is taken and not decided yet waits, since the other may have to give
 * it up. Nobody waits in a circle: each waits for a name later in the order than all he has. If the
 * other does not decide for some time, he is taken for dead and his claim is voided by a write that
 * excludes his: his root is removed in the very state that was read; or, for a question, its
 * document's place is taken by an empty one. So either he decides or the other voids, never both,
 * and exactly one of all callers gets true.
 */
final class EventClaims {

  private static final Logger log = LoggerFactory.getLogger(EventClaims.class);

  private static final long PAUSE_NANOS = Duration.ofMillis(25).toNanos();

  private final Cluster cluster;
  private final DocumentStore claims;
  private final DocumentStore questions;
  private final OthersClaims others;
  private final Clock clock;
  private final Duration patience;

  /**
   * Prepares to claim.
   *
   * @param patience after which a process that decides nothing is taken for dead
   */
  EventClaims(
      Cluster cluster,
      DocumentStore claims,
      DocumentStore questions,
      Clock clock,
      Duration patience) {
    this.cluster = cluster;
    this.claims = claims;
    this.questions = questions;
    this.others = new OthersClaims(claims, questions, clock);
    this.clock = clock;
    this.patience = patience;
  }

  boolean claim(Collection<String> names) {
    ClaimAttempt attempt = attempt(names, "");
    return claim(attempt, () -> attempt.isOne() || isMarked(attempt));
  }

  /**
   * Claims an event and keeps its question.
   *
   * @param id the question's
   */
  boolean accept(Collection<String> names, String id, ObjectNode question) {
    ClaimAttempt attempt = attempt(names, DocumentId.of(id));
    question.put(QuestionFields.CLAIM, attempt.token());
    return claim(attempt, () -> isKept(attempt, id, question));
  }

  private ClaimAttempt attempt(Collection<String> names, String question) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("an event without a name cannot be claimed");
    }
    List<String> ids =
        names.stream().map(DocumentId::of).collect(Collectors.toCollection(TreeSet::new)).stream()
            .toList();
    return new ClaimAttempt(UUID.randomUUID().toString(), ids, question, clock.millis());
  }

  /** Decides for a claim all of whose names are taken: true, or an exception. */
  private interface Decision {
    boolean isMade();
  }

  private boolean claim(ClaimAttempt attempt, Decision decision) {
    try {
      for (String name : attempt.names()) {
        if (!isTaken(attempt, name)) {
          withdraw(attempt);
          return false;
        }
      }
      if (!decision.isMade()) {
        throw new LedgerException(
            "claiming an event took so long that another process voided it: hand it over again");
      }
      return true;
    } catch (LedgerException e) {
      if (isDecidedAllTheSame(attempt)) {
        return true;
      }
      throw e;
    }
  }

  private boolean isTaken(ClaimAttempt attempt, String name) {
    long begun = System.nanoTime();
    while (claims.create(name, attempt.name()).isEmpty()) {
      Optional<StoredDocument> there = claims.get(name);
      if (there.isPresent() && !attempt.owns(there.get())) {
        OthersClaims.Fate fate = others.fate(there.get());
        if (fate == OthersClaims.Fate.CLAIMED) {
          return false;
        } else if (fate == OthersClaims.Fate.VOID) {
          claims.remove(there.get());
        } else if (System.nanoTime() - begun < patience.toNanos()) {
          cluster.sleep(PAUSE_NANOS);
        } else {
          log.warn("an event was claimed by a process that fell silent: it is claimed anew");
          others.makeVoid(there.get());
          begun = System.nanoTime();
        }
      } else if (there.isPresent()) {
        return true; // by a try whose answer was lost
      }
    }
    return true;
  }

  private boolean isKept(ClaimAttempt attempt, String id, ObjectNode question) {
    if (questions.create(attempt.question(), question).isEmpty()) {
      Optional<StoredDocument> there = questions.get(attempt.question());
      if (there.isEmpty() || OthersClaims.isEmptyPlace(there.get())) {
        return false;
      }
      if (!there.get().text(QuestionFields.CLAIM).equals(attempt.token())) {
        throw new LedgerException(
            "there is a question " + id + " already: give every question an id of its own");
      }
    }
    markQuietly(attempt);
    return true;
  }

  /** The question is kept, which decides; the mark stays when the question goes. */
  private void markQuietly(ClaimAttempt attempt) {
    try {
      if (!isMarked(attempt)) {
        log.warn("the claim of question {} is gone", attempt.question());
      }
    } catch (LedgerException e) {
      log.warn("a claim is known by its question alone: {}", e.getMessage());
    }
  }

  /** Changes the root from taken to claimed; false where it was voided. */
  private boolean isMarked(ClaimAttempt attempt) {
    while (true) {
      Optional<StoredDocument> root = claims.get(attempt.root()).filter(attempt::owns);
      if (root.isEmpty()) {
        return false;
      }
      boolean claimed =
          root.get().content().path(ClaimAttempt.CLAIMED).asBoolean()
              || claims
                  .replace(
                      root.get(), root.get().content().deepCopy().put(ClaimAttempt.CLAIMED, true))
                  .isPresent();
      if (claimed) {
        return true;
      }
    }
  }

  /** Gives the names back: the root first, without which the others are void. */
  private void withdraw(ClaimAttempt attempt) {
    attempt
        .names()
        .forEach(name -> claims.get(name).filter(attempt::owns).ifPresent(claims::remove));
  }

  /**
   * Whether a question is kept although its claim failed. If not, takes back what was or may have
   * been claimed. Where that fails as well, it is taken for dead by whoever has the event next.
   */
  private boolean isDecidedAllTheSame(ClaimAttempt attempt) {
    try {
      boolean decided = isDecidedByQuestion(attempt);
      if (!decided) {
        withdraw(attempt);
      }
      return decided;
    } catch (LedgerException e) {
      log.warn("a claim that failed is taken back later: {}", e.getMessage());
      return false;
    }
  }

  /** Whether the question is kept after all; if not, it will not be. */
  private boolean isDecidedByQuestion(ClaimAttempt attempt) {
    return !attempt.question().isEmpty()
        && others
            .takePlace(attempt.question())
            .filter(there -> there.text(QuestionFields.CLAIM).equals(attempt.token()))
            .isPresent();
  }
}
