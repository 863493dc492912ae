package parley.bot.ledger;

import static parley.bot.ledger.DocumentStore.is;
import static parley.bot.ledger.DocumentStore.isBefore;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.knowledge.cluster.ClusterPlace;
import parley.knowledge.cluster.Leases;

/**
 * A ledger on an OpenSearch cluster, which any number of processes share.
 *
 * <p>A process that has opened it shows that it lives by renewing a lease of its own. The questions
 * of a process that has not done so for three quarters of a minute, as another has watched it, are
 * that other's to take; those of one that has closed its ledger, at once.
 *
 * <p>A call ends within some seconds, or some times that where it changes several documents, with
 * what it was asked or with a {@link LedgerException}. It survives the loss of a node.
 *
 * <p>What is removed is found no more when the call returns, and its segments are written anew
 * without it. A cluster may keep a copy for up to some minutes, for nodes that were away; it goes
 * when the ledger is next {@link #forget tidied}.
 */
public final class OpenSearchLedger implements Ledger {

  private static final Logger log = LoggerFactory.getLogger(OpenSearchLedger.class);

  /**
   * How long others are waited for.
   *
   * @param silence after which a process that shows no life counts as dead
   * @param decision after which one that decides nothing about an event does
   */
  record Times(Duration silence, Duration decision) {}

  private static final Times TIMES = new Times(Duration.ofSeconds(45), Duration.ofSeconds(20));

  private static final String AT = "at";

  /** As many as a query takes with ease. */
  private static final int IDS_A_QUERY = 1_000;

  private final Cluster cluster;
  private final Clock clock;
  private final String process = UUID.randomUUID().toString();
  private final Ticks ticks = new Ticks();
  private final DocumentStore claims;
  private final DocumentStore questionStore;
  private final DocumentStore leaseStore;
  private final EventClaims events;
  private final ClusterQuestions questions;
  private final ClusterFeedback feedback;
  private final ClusterShares shares;
  private final ClusterPreferences preferences;
  private final Leases leases;
  private final SignOfLife life;

  private OpenSearchLedger(Cluster cluster, String prefix, Clock clock, Times times) {
    LedgerIndices indices = new LedgerIndices(cluster, prefix);
    this.cluster = cluster;
    this.clock = clock;
    this.claims = indices.claims();
    this.questionStore = indices.questions();
    this.leaseStore = indices.leases();
    this.events = new EventClaims(cluster, claims, questionStore, clock, times.decision());
    this.leases = new Leases(new LedgerLeases(leaseStore, clock));
    this.questions =
        new ClusterQuestions(
            questionStore, process, other -> SignOfLife.isGone(leases, other, times.silence()));
    this.feedback = new ClusterFeedback(indices.feedback(), questions, ticks);
    this.shares = new ClusterShares(indices.shares(), questions);
    this.preferences = new ClusterPreferences(indices.preferences(), clock);
    this.life = SignOfLife.of(leases, process, times.silence());
  }

  /**
   * Opens a ledger, and makes its indices where they are missing.
   *
   * @param place on the cluster; better with all nodes than with one
   * @throws LedgerException if the cluster cannot be used, or the ledger is of a newer version
   */
  public static OpenSearchLedger open(ClusterPlace place) {
    return open(place, Clock.systemUTC(), TIMES);
  }

  static OpenSearchLedger open(ClusterPlace place, Clock clock, Times times) {
    Cluster cluster = Cluster.at(place.nodes());
    try {
      return new OpenSearchLedger(cluster, place.name("ledger"), clock, times);
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  @Override
  public boolean claim(Collection<String> names) {
    return events.claim(names);
  }

  @Override
  public boolean accept(AcceptedQuestion question, Collection<String> names) {
    return events.accept(names, question.id(), questions.fields(question, ticks.next()));
  }

  @Override
  public void finish(String questionId, QuestionEnd end) {
    questions.change(questionId, fields -> QuestionFields.end(fields, end));
  }

  @Override
  public void discard(String questionId) {
    questions.discard(questionId);
  }

  @Override
  public void sending(String questionId, Instant at) {
    questions.sending(questionId, at);
  }

  @Override
  public void unsent(String questionId) {
    questions.change(questionId, fields -> fields.remove(QuestionFields.SENDING));
  }

  @Override
  public void reroute(String questionId, String route) {
    questions.change(
        questionId,
        fields -> {
          if (fields.has(QuestionFields.ROUTE)) {
            fields.put(QuestionFields.ROUTE, route);
          }
        });
  }

  @Override
  public void delivered(String questionId, Instant at) {
    questions.changeAnybodys(
        questionId,
        fields -> {
          QuestionFields.release(fields);
          fields.put(QuestionFields.DELIVERED, at.toEpochMilli());
        });
  }

  @Override
  public void release(String questionId) {
    questions.change(questionId, QuestionFields::release);
  }

  @Override
  public List<LeftQuestion> left(String platform) {
    return questions.left(platform);
  }

  @Override
  public boolean take(String questionId) {
    return questions.take(questionId);
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public boolean lease(String name, Duration time) {
    return leases.take(name, process, time);
  }

  @Override
  public void endLease(String name) {
    leases.end(name, process);
  }

  @Override
  public Optional<QuestionEnd> end(String questionId) {
    return questions.get(questionId).flatMap(question -> QuestionFields.end(question.content()));
  }

  @Override
  public Optional<String> lastAsker(String conversation) {
    return questions.lastAsker(conversation);
  }

  @Override
  public List<PastTurn> turns(String conversation, Instant since, int most) {
    return questions.turns(conversation, since, most);
  }

  @Override
  public void keep(Feedback thought) {
    feedback.keep(thought);
  }

  @Override
  public List<Feedback> feedback(String questionId) {
    return feedback.on(questionId);
  }

  @Override
  public void asked(Instant from, Instant until, Consumer<AskedQuestion> reader) {
    questions.askedIn(from, until, page -> tell(page, reader));
  }

  private void tell(List<StoredDocument> page, Consumer<AskedQuestion> reader) {
    Map<String, List<Feedback>> thoughts =
        feedback.on(page.stream().map(question -> question.text(QuestionFields.ID)).toList());
    for (StoredDocument question : page) {
      String id = question.text(QuestionFields.ID);
      reader.accept(QuestionFields.asked(question.content(), thoughts.getOrDefault(id, List.of())));
    }
  }

  @Override
  public boolean share(String platform, Share share) {
    return shares.share(platform, share);
  }

  @Override
  public Optional<String> shared(String token, Instant at) {
    return shares.shared(token, at);
  }

  @Override
  public Optional<String> preference(String person, String name) {
    return preferences.get(person, name);
  }

  @Override
  public void keepPreference(String person, String name, @Nullable String value) {
    preferences.keep(person, name, value);
  }

  @Override
  public KeptOnPerson kept(String person) {
    return new KeptOnPerson(
        questions.of(person).stream()
            .map(question -> QuestionFields.personsQuestion(question.content()))
            .toList(),
        feedback.of(person),
        preferences.of(person));
  }

  @Override
  public int forgetPerson(String person) {
    int gone = feedback.forget(person);
    removeWhatHangsOn(questions.of(person));
    gone += questionStore.removeAll(is(QuestionFields.PERSON, person));
    gone += preferences.forget(person);
    expunge();
    return gone;
  }

  private void removeWhatHangsOn(List<StoredDocument> gone) {
    List<String> ids =
        gone.stream()
            .map(question -> question.text(QuestionFields.ID))
            .filter(id -> !id.isEmpty())
            .toList();
    for (int from = 0; from < ids.size(); from += IDS_A_QUERY) {
      List<String> some = ids.subList(from, Math.min(from + IDS_A_QUERY, ids.size()));
      feedback.forgetOn(some);
      shares.forgetOn(some);
    }
  }

  /**
   * It is gone from every search; where a cluster is slow to merge, it goes from the disks later.
   */
  private void expunge() {
    try {
      List.of(feedback.store(), questionStore, preferences.store(), shares.store())
          .forEach(DocumentStore::expunge);
    } catch (LedgerException e) {
      log.warn("what was removed leaves the cluster's disks later: {}", e.getMessage());
    }
  }

  @Override
  public int forget(Instant claimsBefore, Instant questionsBefore) {
    int gone = claims.removeAll(isBefore(AT, claimsBefore));
    gone += shares.forgetExpired(clock.instant());
    removeWhatHangsOn(questions.askedBefore(questionsBefore));
    gone += questionStore.removeAll(isBefore(QuestionFields.ASKED, questionsBefore));
    gone += preferences.forgetBefore(questionsBefore, questions::hasAny);
    leaseStore.removeAll(isBefore(AT, claimsBefore));
    expunge();
    return gone;
  }

  /** Lets the other processes take at once what is left. */
  @Override
  public void close() {
    life.close();
    cluster.close();
  }
}
