package parley.knowledge.answer;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.scoring.ScoringModel;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.rag.query.transformer.QueryTransformer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parley.knowledge.Answer;
import parley.knowledge.FoundPassage;
import parley.knowledge.Outcome;
import parley.knowledge.Passage;
import parley.knowledge.Question;
import parley.knowledge.index.PassageIndex;
import parley.knowledge.index.Terms;
import parley.knowledge.language.Language;
import parley.knowledge.language.SmallTalk;
import parley.knowledge.language.Spoken;
import parley.knowledge.language.SpokenLanguages;
import parley.knowledge.language.TranslatingTransformer;
import parley.knowledge.language.Wording;
import parley.knowledge.retrieval.FollowUpTransformer;
import parley.knowledge.retrieval.PassageRetriever;

/** Answers with sentences of the documents themselves. Thread-safe. */
public final class ExtractiveAnswerer implements Answerer {

  /** Passages read for an answer. */
  private static final int PASSAGES = 8;

  /**
   * From this probability on the best sentence is taken for an answer: of the questions that
   * held-out reports answer, 95 of 100 reach it; of those on their subject that they do not answer,
   * 26 do, of those on other matters 3 (see sentence-model.json).
   */
  private static final double ANSWERED_FROM = 0.26;

  /**
   * The same for a question that was translated word by word. From 0.6 down to 0.4, of the
   * questions in talks-languages.jsonl with an odd number, 7 of 80 more were answered rightly and
   * none of 40 wrongly (own measurement, on the briefing and on the report).
   */
  private static final double TRANSLATED_FROM = 0.4;

  private final PassageRetriever retriever;
  private final PassageIndex index;
  private final ExcerptScoring scoring;
  private final Overview overview;
  private final SpokenLanguages languages;
  private final List<QueryTransformer> transformers;

  /**
   * An answerer over an index.
   *
   * @param scoring scores sentences, 0 to 1, against a question
   * @param embeddings tells which sentences say what all say
   * @param languages tells the language of questions
   * @param transformers make a question stand alone, and English, one after the other
   */
  public ExtractiveAnswerer(
      PassageRetriever retriever,
      PassageIndex index,
      ScoringModel scoring,
      EmbeddingModel embeddings,
      SpokenLanguages languages,
      List<QueryTransformer> transformers) {
    this.retriever = retriever;
    this.index = index;
    this.scoring = new ExcerptScoring(scoring);
    this.overview = new Overview(index, embeddings);
    this.languages = languages;
    this.transformers = List.copyOf(transformers);
  }

  /** The texts of a passage that are embedded to answer from it. */
  public static List<TextSegment> embedded(Passage passage) {
    return ExcerptScoring.embedded(passage);
  }

  /** Compares statements with what it answers from. */
  public StatementComparison comparison() {
    return new StatementComparison(retriever, scoring, index, languages);
  }

  @Override
  public Answer answer(Question question) {
    long start = System.nanoTime();
    String text = QuestionText.clean(question.text());
    Spoken spoken = languages.of(question, text);
    Wording wording = new Wording(spoken.own());
    AnswerForm form = new AnswerForm(question, wording, start);
    Optional<String> complaint = QuestionText.complaint(text, wording);
    if (complaint.isPresent()) {
      return form.plain(Outcome.REFUSED, complaint.get());
    }
    if (spoken.asks(SmallTalk.OVERVIEW)) {
      return composed(overview.of(question.documents()), form)
          .orElseGet(() -> form.notInSources(List.of(), spoken.isForeign()));
    }
    if (spoken.smallTalk().isPresent()) {
      return form.plain(Outcome.SMALL_TALK, wording.reply(spoken.smallTalk().get()));
    }
    if (spoken.isUnknown()) {
      return form.plain(Outcome.REFUSED, wording.otherLanguage());
    }
    return fromDocuments(question, text, spoken, form);
  }

  private Answer fromDocuments(Question question, String text, Spoken spoken, AnswerForm form) {
    List<String> queries =
        queries(new Question(text, question.history()), spoken.question()).toList();
    if (!spoken.isForeign() && queries.stream().allMatch(query -> Terms.of(query).isEmpty())) {
      return form.plain(Outcome.REFUSED, form.wording().noSubject());
    }
    Found best =
        queries.stream()
            .map(query -> find(query, question))
            .max(Comparator.comparingDouble(Found::score))
            .orElseGet(() -> new Found(passages(text, question), List.of()));
    if (best.score() < (spoken.isForeign() ? TRANSLATED_FROM : ANSWERED_FROM)) {
      return form.notInSources(best.passages(), spoken.isForeign());
    }
    return composed(StatementSelection.choose(best.excerpts()), form)
        .orElseGet(() -> form.notInSources(best.passages(), spoken.isForeign()));
  }

  /** The answer of excerpts, unless there is none or a document was changed meanwhile. */
  private Optional<Answer> composed(List<Excerpt> excerpts, AnswerForm form) {
    CitedDocuments documents = new CitedDocuments(index::document);
    Composition composed = Composition.of(excerpts, documents, form.wording());
    return Optional.of(composed)
        .filter(made -> !made.citations().isEmpty())
        .filter(made -> made.citations().stream().allMatch(new CitationCheck(documents)::holds))
        .map(form::answered);
  }

  private Found find(String query, Question question) {
    List<FoundPassage> passages = passages(query, question);
    return new Found(passages, scoring.score(passages, query));
  }

  private List<FoundPassage> passages(String query, Question question) {
    return retriever.find(query, PASSAGES, question.documents());
  }

  /** What to search for: mostly one query, none if nothing is understood of a question. */
  private Stream<String> queries(Question question, Language language) {
    Collection<Query> queries =
        List.of(TranslatingTransformer.noting(language, FollowUpTransformer.query(question)));
    for (QueryTransformer transformer : transformers) {
      queries = queries.stream().flatMap(query -> transformer.transform(query).stream()).toList();
    }
    return queries.stream().map(Query::text);
  }

  /**
   * What a query brought up.
   *
   * @param passages best first
   * @param excerpts of these passages, best first
   */
  private record Found(List<FoundPassage> passages, List<ScoredExcerpt> excerpts) {

    double score() {
      return excerpts.isEmpty() ? 0 : excerpts.get(0).score();
    }
  }
}
