package parley.bot.report;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import parley.bot.chat.AnswerArchive;
import parley.bot.ledger.AskedQuestion;
import parley.bot.ledger.Feedback;
import parley.bot.ledger.Ledger;
import parley.bot.ledger.QuestionEnd;
import parley.knowledge.Answer;
import parley.knowledge.Citation;
import parley.knowledge.KnowledgeBase;
import parley.knowledge.Outcome;
import parley.knowledge.Source;

/**
 * Counts what a ledger tells of a time. Of the answers it keeps which documents they cite, and no
 * more, so that a hundred thousand questions take some tens of megabytes. Not thread-safe.
 */
public final class Tally {

  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\s\\p{Z}]+");

  /** A question that was looked up. */
  private record Entry(String text, Outcome outcome) {}

  /** What one platform has so far. */
  private static final class Count {
    private int questions;
    private int unanswered;
    private final Set<String> people = new HashSet<>();

    PlatformShare share(String platform) {
      return new PlatformShare(platform, questions, people.size(), unanswered);
    }
  }

  private final Period period;
  private final Map<String, Count> platforms = new TreeMap<>();
  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
  private final List<Entry> entries = new ArrayList<>();
  private final Deque<Complaint> complaints = new ArrayDeque<>();
  private final Set<String> cited = new HashSet<>();
  private final List<Duration> waits = new ArrayList<>();
  private int open;
  private int thumbsUp;
  private long tokensRead;
  private long tokensWritten;

  private Tally(Period period) {
    this.period = period;
  }

  /**
   * Counts what was asked in a time on Slack, on Telegram and on the page. Searches, what is looked
   * up while somebody types, and questions at a terminal are in no ledger.
   *
   * @throws parley.bot.ledger.LedgerException if the ledger cannot be read
   */
  public static Tally of(Ledger ledger, Period period) {
    Tally tally = new Tally(period);
    ledger.asked(period.from(), period.until(), tally::add);
    return tally;
  }

  private void add(AskedQuestion question) {
    Count platform = platforms.computeIfAbsent(question.platform(), unused -> new Count());
    platform.questions++;
    platform.people.add(question.person());
    String text = visible(question.text());
    question.feedback().forEach(thumb -> add(thumb, text));
    question.end().ifPresentOrElse(end -> add(end, question, text, platform), () -> open++);
  }

  private void add(QuestionEnd end, AskedQuestion question, String text, Count platform) {
    Outcome outcome = outcome(end);
    outcomes.merge(outcome, 1, Integer::sum);
    tokensRead += end.tokensIn();
    tokensWritten += end.tokensOut();
    if (outcome == Outcome.SMALL_TALK || outcome == Outcome.REFUSED) {
      return;
    }
    entries.add(new Entry(text, outcome));
    waits.add(Duration.between(question.asked(), end.at()));
    if (outcome == Outcome.NOT_IN_SOURCES) {
      platform.unanswered++;
    }
    AnswerArchive.read(end).ifPresent(this::addCited);
  }

  private void addCited(Answer answer) {
    for (Citation citation : answer.citations()) {
      cited.add(citation.source().id());
      citation.copies().forEach(copy -> cited.add(copy.id()));
    }
  }

  private void add(Feedback thumb, String question) {
    if (thumb.helpful()) {
      thumbsUp++;
    } else {
      complaints.addFirst(new Complaint(question, visible(thumb.reason())));
    }
  }

  /** What is of no version that this one knows was surely no answer. */
  private static Outcome outcome(QuestionEnd end) {
    return Arrays.stream(Outcome.values())
        .filter(outcome -> outcome.code().equals(end.outcome()))
        .findFirst()
        .orElse(Outcome.FAILED);
  }

  /** On one line, without what could lead a terminal or a reader astray. */
  private static String visible(String text) {
    return INVISIBLE.matcher(text).replaceAll(" ").strip();
  }

  /** Whether nobody asked anything. */
  public boolean isEmpty() {
    return platforms.isEmpty();
  }

  /**
   * The report, which takes a while: questions are put together by what they ask.
   *
   * @param knowledge of the documents that were served
   * @param price of a language model, where it is known
   */
  public Report report(KnowledgeBase knowledge, Optional<Price> price) {
    List<List<Entry>> groups = knowledge.alike(entries, Entry::text);
    List<Source> sources = knowledge.sources();
    Set<String> served = sources.stream().map(Source::id).collect(Collectors.toSet());
    return report(
        groups,
        sources.size(),
        sources.stream().filter(source -> !cited.contains(source.id())).toList(),
        (int) cited.stream().filter(id -> !served.contains(id)).count(),
        price);
  }

  /** The report where nobody asked anything. */
  public Report nothing() {
    return report(List.of(), 0, List.of(), 0, Optional.empty());
  }

  private Report report(
      List<List<Entry>> groups,
      int documents,
      List<Source> uncited,
      int strangers,
      Optional<Price> price) {
    return new Report(
        period,
        platforms.values().stream().mapToInt(count -> count.people.size()).sum(),
        platforms.entrySet().stream()
            .map(count -> count.getValue().share(count.getKey()))
            .sorted(Comparator.comparing(PlatformShare::questions).reversed())
            .toList(),
        outcomes,
        open,
        groups(groups, entry -> entry.outcome() == Outcome.NOT_IN_SOURCES),
        groups(groups, entry -> true),
        thumbsUp,
        List.copyOf(complaints),
        documents,
        uncited,
        strangers,
        Waiting.of(waits),
        new ModelUse(tokensRead, tokensWritten, price));
  }

  private static List<QuestionGroup> groups(List<List<Entry>> groups, Predicate<Entry> which) {
    return groups.stream()
        .flatMap(group -> group(group, which).stream())
        .sorted(Comparator.comparing(QuestionGroup::count).reversed())
        .toList();
  }

  private static Optional<QuestionGroup> group(List<Entry> group, Predicate<Entry> which) {
    List<String> texts = group.stream().filter(which).map(Entry::text).toList();
    long answered = group.stream().filter(entry -> entry.outcome() == Outcome.ANSWERED).count();
    return texts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new QuestionGroup(texts.stream().distinct().toList(), texts.size(), (int) answered));
  }
}
