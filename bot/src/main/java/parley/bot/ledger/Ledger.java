package parley.bot.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The bot's memory of its chats, kept across restarts. Thread-safe; several processes may share
 * one, each through a ledger that it has opened.
 *
 * <p>A question's life: {@link #accept accepted} before its platform is told so, {@link #finish
 * finished} when an answer is made, {@link #sending sending} when it sets out, {@link #delivered
 * delivered} when the person has it. What was accepted and not delivered, and has a route still, is
 * {@link #left left}: being worked on, or left behind by a process that ended. The process that
 * accepted it works on it; when that has died or closed its ledger, another may {@link #take take}
 * it.
 *
 * <p>Every method throws {@link LedgerException} if the storage fails; then nothing of that call is
 * kept.
 */
public interface Ledger extends AutoCloseable {

  /**
   * Claims an event by all the names it has, in one step. Of any number of callers, in this process
   * and in others, before and after a restart, exactly one gets true for a name.
   *
   * @param names for example an event's id and its message's; at least one
   * @return whether none of the names was claimed before; if false, none is claimed by this call
   */
  boolean claim(Collection<String> names);

  /**
   * Claims a question's event as {@link #claim} does, and keeps the question with it or not at all.
   *
   * @return whether the question is new; if false, nothing is kept
   */
  boolean accept(AcceptedQuestion question, Collection<String> names);

  /** Keeps how an accepted question ended; the last call counts. Unknown ids are ignored. */
  void finish(String questionId, QuestionEnd end);

  /** Removes a question that was none; its event stays claimed. Unknown ids are ignored. */
  void discard(String questionId);

  /**
   * Notes that the answer sets out: from now on the person may have it. Unknown ids are ignored.
   *
   * @throws LedgerException also if another process has taken the question: it sends the answer
   */
  void sending(String questionId, Instant at);

  /** Takes back that the answer set out: the person does not have it. Unknown ids are ignored. */
  void unsent(String questionId);

  /**
   * Keeps another route in place of the one accepted, if there is one still. Unknown ids are
   * ignored.
   */
  void reroute(String questionId, String route);

  /** Notes that the person has the answer, and erases the route. Unknown ids are ignored. */
  void delivered(String questionId, Instant at);

  /** Erases the route: nothing more will be sent. Unknown ids are ignored. */
  void release(String questionId);

  /**
   * The questions of a platform that were not answered, the oldest first; without those that
   * another living process works on.
   */
  List<LeftQuestion> left(String platform);

  /**
   * Takes a question that was left, to work on it. Of several processes that do so at once, one
   * gets true.
   *
   * @return whether it is this process's from now on; false also where it is not left any more
   */
  boolean take(String questionId);

  /** Whether other processes may work with it, so that a {@link #lease} can be another's. */
  boolean isShared();

  /**
   * Takes a lease, or renews it: of all processes that share the ledger, one holds it at a time.
   *
   * @param name what it is for
   * @param time for which the others let a holder be who does not renew it; they count it from when
   *     they first ask in vain
   * @return whether this process holds it for that time, counted from before the call
   */
  boolean lease(String name, Duration time);

  /** Gives back a lease, so that another process has it at once. Others' are left alone. */
  void endLease(String name);

  /** How a question ended, if it did and is remembered. */
  Optional<QuestionEnd> end(String questionId);

  /** Who asked the latest question accepted in a conversation, if there is any. */
  Optional<String> lastAsker(String conversation);

  /**
   * The latest finished questions of a conversation, oldest first; those that were refused or
   * failed are left out.
   *
   * @param since questions asked before it are left out
   * @param most how many at most, at least 1
   */
  List<PastTurn> turns(String conversation, Instant since, int most);

  /** Keeps what a person thinks of an answer, in place of what they thought before. */
  void keep(Feedback feedback);

  /** What people thought of an answer, in the order they first said so. */
  List<Feedback> feedback(String questionId);

  /**
   * Tells of the questions that were asked in a time, the oldest first. They are read page by page:
   * of those that come, change or go meanwhile, some may be told of as they were.
   *
   * @param from the first moment of the time
   * @param until the first moment after it
   * @param reader called from this thread, question by question
   */
  void asked(Instant from, Instant until, Consumer<AskedQuestion> reader);

  /**
   * Keeps a link to an answer.
   *
   * @param platform where the question was asked
   * @return false, and nothing is kept, where there is no such question or it has not ended
   */
  boolean share(String platform, Share share);

  /** The question that a link shows, if it does at that time. */
  Optional<String> shared(String token, Instant at);

  /** What a person prefers, if they said so. */
  Optional<String> preference(String person, String name);

  /**
   * Keeps what a person prefers, in place of what they preferred before.
   *
   * @param value null for nothing any more
   */
  void keepPreference(String person, String name, @Nullable String value);

  /** All that is kept on a person, at one moment. */
  KeptOnPerson kept(String person);

  /**
   * Removes what is kept on a person: their questions with the answers and what anybody thought of
   * these, what they thought of others' answers, and their preferences. The storage holds no trace
   * of it when this returns. Claims stay: they name events, not people.
   *
   * @return how many questions, thoughts and preferences of the person's went
   */
  int forgetPerson(String person);

  /**
   * Removes what is older, and links that show nothing any more.
   *
   * @param claims claims made before it go
   * @param questions questions asked before it go, with their feedback, and preferences kept before
   *     it of people who have not asked since
   * @return how many rows went
   */
  int forget(Instant claims, Instant questions);

  @Override
  void close();
}
