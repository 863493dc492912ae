package parley.knowledge.answer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.knowledge.Citation;
import parley.knowledge.Finding;
import parley.knowledge.FoundPassage;
import parley.knowledge.Question;
import parley.knowledge.document.Sentences;
import parley.knowledge.document.Sentences.Sentence;
import parley.knowledge.index.PassageIndex;
import parley.knowledge.index.Terms;
import parley.knowledge.index.Terms.Term;
import parley.knowledge.language.SpokenLanguages;
import parley.knowledge.retrieval.PassageRetriever;

/** Finds for each statement of a text the passage that is closest to it. Thread-safe. */
public final class StatementComparison {

  private static final int PASSAGES = 8;

  /** Fewer content words than this ("Indeed.") make no statement. */
  private static final int FEWEST_WORDS = 2;

  /**
   * The documents are taken to speak of a matter if the best passage is at least this like it (a
   * cosine) and the best sentence scores as below, or if that sentence has this share of its
   * content words, and so many of them. Chosen on 50 statements, half of them on the talks and half
   * of those not true; of 36 others, each set against the briefing and the raw report, a passage
   * was found for 30 of 32 on the talks and for 1 of 40 on other matters (own measurement).
   */
  private static final double LEAST_SIMILARITY = 0.785;

  private static final double LEAST_SCORE = 0.22;
  private static final double SHARED = 0.5;
  private static final int FEWEST_SHARED = 3;

  private final PassageRetriever retriever;
  private final ExcerptScoring scoring;
  private final PassageIndex index;
  private final SpokenLanguages languages;

  StatementComparison(
      PassageRetriever retriever,
      ExcerptScoring scoring,
      PassageIndex index,
      SpokenLanguages languages) {
    this.retriever = retriever;
    this.scoring = scoring;
    this.index = index;
    this.languages = languages;
  }

  /**
   * Looks at the first statements of a text.
   *
   * @param most how many at most
   * @return in the order of the text
   */
  public List<Finding> compare(Question text, int most) {
    CitationCheck check = new CitationCheck(new CitedDocuments(index::document));
    return text.text()
        .lines()
        .flatMap(line -> Sentences.of(line).stream())
        .map(Sentence::text)
        .map(QuestionText::clean)
        .filter(this::isStatement)
        .limit(most)
        .map(
            statement ->
                new Finding(statement, closest(statement, text.documents()).filter(check::holds)))
        .toList();
  }

  private boolean isStatement(String sentence) {
    return sentence.length() <= QuestionText.MAX_LENGTH
        && languages.of(Question.of(sentence), sentence).smallTalk().isEmpty()
        && Terms.of(sentence).stream().filter(StatementComparison::isWord).count() >= FEWEST_WORDS;
  }

  private static boolean isWord(Term term) {
    return Character.isLetterOrDigit(term.word().codePointAt(0));
  }

  private Optional<Citation> closest(String statement, Set<String> documents) {
    List<FoundPassage> found = retriever.find(statement, PASSAGES, documents);
    return scoring.score(found, statement).stream()
        .findFirst()
        .filter(best -> speaksOf(statement, best, found.get(0).similarity()))
        .map(best -> cite(best.excerpt()));
  }

  private static boolean speaksOf(String statement, ScoredExcerpt best, double similarity) {
    return (similarity >= LEAST_SIMILARITY && best.score() >= LEAST_SCORE)
        || sharesWords(Terms.stems(statement), Terms.stems(best.excerpt().text()));
  }

  private static boolean sharesWords(Set<String> statement, Set<String> sentence) {
    long shared = statement.stream().filter(sentence::contains).count();
    return shared >= FEWEST_SHARED && shared >= SHARED * statement.size();
  }

  private static Citation cite(Excerpt excerpt) {
    return Citation.of(1, excerpt.passage(), excerpt.text());
  }
}
