package parley.bot.chat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.bot.ledger.Ledger;
import parley.knowledge.Turn;

/** What was said before in the conversations, as far as the ledger remembers. */
final class Conversations {

  /** Turns that a question is understood from. */
  private static final int HISTORY = 6;

  private final Ledger ledger;
  private final Clock clock;

  Conversations(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Whether a follow-up without the bot's name may be meant for it. */
  boolean expects(IncomingQuestion followUp) {
    return ledger
        .lastAsker(followUp.conversation())
        .filter(asker -> FollowUp.mayBeMeant(followUp.text(), followUp.person(), asker))
        .isPresent();
  }

  /**
   * Whether a question's person waits for a reply whatever it is. Not so for what somebody says in
   * a thread in which another asked last: they may well be talking to one another.
   *
   * @param question not yet in the ledger
   */
  boolean awaitsReply(IncomingQuestion question) {
    return question.address() != Address.FOLLOW_UP
        || (FollowUp.asks(question.text())
            && ledger.lastAsker(question.conversation()).equals(Optional.of(question.person())));
  }

  /** The turns before a question, oldest first. */
  List<Turn> turns(IncomingQuestion question) {
    Instant since = clock.instant().minus(question.address().memory());
    return ledger.turns(question.conversation(), since, HISTORY).stream()
        .map(turn -> new Turn(turn.question(), turn.answer()))
        .toList();
  }
}
