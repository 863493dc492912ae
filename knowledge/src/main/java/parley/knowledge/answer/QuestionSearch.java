package parley.knowledge.answer;

import dev.langchain4j.rag.query.Query;
import dev.langchain4j.rag.query.transformer.QueryTransformer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import parley.knowledge.FoundPassage;
import parley.knowledge.index.Terms;
import parley.knowledge.language.TranslatingTransformer;
import parley.knowledge.retrieval.FollowUpTransformer;
import parley.knowledge.retrieval.PassageRetriever;

/** Finds passages for a question and scores their sentences. Thread-safe. */
final class QuestionSearch {

  /** Passages read for an answer. */
  private static final int PASSAGES = 8;

  /** Passages looked through for the newest. */
  private static final int MOST_PASSAGES = 30;

  private final PassageRetriever retriever;
  private final ExcerptScoring scoring;
  private final List<QueryTransformer> transformers;

  /**
   * @param transformers make a question stand alone, and English, one after the other
   */
  QuestionSearch(
      PassageRetriever retriever, ExcerptScoring scoring, List<QueryTransformer> transformers) {
    this.retriever = retriever;
    this.scoring = scoring;
    this.transformers = List.copyOf(transformers);
  }

  /** What to search for: mostly one query, none if nothing is understood of a question. */
  List<String> queries(Asking asking) {
    Collection<Query> queries =
        List.of(
            TranslatingTransformer.noting(
                asking.language(), FollowUpTransformer.query(asking.question())));
    for (QueryTransformer transformer : transformers) {
      queries = queries.stream().flatMap(query -> transformer.transform(query).stream()).toList();
    }
    return queries.stream().map(Query::text).toList();
  }

  /** What a question brings up. */
  Found find(Asking asking) {
    return best(queries(asking), asking);
  }

  /** What the best of some queries brings up; without any, the passages near to the question. */
  Found best(List<String> queries, Asking asking) {
    return queries.stream()
        .map(query -> find(query, asking.documents()))
        .max(Comparator.comparingDouble(Found::score))
        .orElseGet(() -> new Found("", passages(asking.text(), asking.documents()), List.of()));
  }

  /**
   * The same with what newer documents say instead of the best excerpt before it. Excerpts compete
   * for their scores, so the newer documents are asked alone.
   */
  Found updated(Found found, Asking asking) {
    Excerpt best = found.excerpts().get(0).excerpt();
    if (found.excerpts().stream().noneMatch(s -> Chronology.replaces(s.excerpt(), best))) {
      return found;
    }
    List<FoundPassage> later =
        found.passages().stream()
            .filter(passage -> Chronology.isAfter(passage.passage(), best.passage()))
            .toList();
    List<Excerpt> newer =
        scoring.score(later, found.query()).stream()
            .filter(scored -> asking.isAnsweredBy(scored.score()))
            .filter(scored -> Chronology.replaces(scored.excerpt(), best))
            .sorted(Chronology.NEWEST_FIRST)
            .map(ScoredExcerpt::excerpt)
            .toList();
    return found.beginningWith(newer);
  }

  /**
   * What documents of each day say that answers, each day's asked alone. It has to share a word
   * with the question: against few others, anything may seem to answer.
   *
   * @return the newest day first, lazily; best first within a day
   */
  Stream<ScoredExcerpt> newestFirst(Asking asking) {
    return queries(asking).stream()
        .limit(1)
        .flatMap(query -> newestFirst(query, asking))
        .filter(scored -> asking.isAnsweredBy(scored.score()));
  }

  private Stream<ScoredExcerpt> newestFirst(String query, Asking asking) {
    Set<String> asked = Terms.stems(query);
    SortedMap<LocalDate, List<FoundPassage>> days = new TreeMap<>(Comparator.reverseOrder());
    for (FoundPassage found : retriever.find(query, MOST_PASSAGES, asking.documents())) {
      LocalDate date = found.passage().source().date();
      if (date != null && !Collections.disjoint(asked, Terms.stems(found.passage().text()))) {
        days.computeIfAbsent(date, day -> new ArrayList<>()).add(found);
      }
    }
    return days.values().stream()
        .map(day -> day.subList(0, Math.min(PASSAGES, day.size())))
        .flatMap(day -> scoring.score(day, query).stream());
  }

  private Found find(String query, Set<String> documents) {
    List<FoundPassage> passages = passages(query, documents);
    return new Found(query, passages, scoring.score(passages, query));
  }

  private List<FoundPassage> passages(String query, Set<String> documents) {
    return retriever.find(query, PASSAGES, documents);
  }
}
