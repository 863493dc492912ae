package parley.knowledge.answer;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.scoring.ScoringModel;
import dev.langchain4j.rag.query.transformer.QueryTransformer;
import java.util.List;
import java.util.Optional;
import parley.knowledge.Answer;
import parley.knowledge.Outcome;
import parley.knowledge.Passage;
import parley.knowledge.Question;
import parley.knowledge.index.PassageIndex;
import parley.knowledge.index.Terms;
import parley.knowledge.language.SmallTalk;
import parley.knowledge.language.Spoken;
import parley.knowledge.language.SpokenLanguages;
import parley.knowledge.language.Wording;
import parley.knowledge.retrieval.PassageRetriever;
import parley.knowledge.retrieval.SentenceContext;
import parley.knowledge.time.TimeReader;

/** Answers with sentences of the documents themselves. Thread-safe. */
public final class ExtractiveAnswerer implements Answerer {

  private final PassageRetriever retriever;
  private final PassageIndex index;
  private final ExcerptScoring scoring;
  private final Overview overview;
  private final SpokenLanguages languages;
  private final QuestionSearch search;
  private final TimedSelection timed;

  /**
   * An answerer over an index.
   *
   * @param scoring scores sentences, 0 to 1, against a question
   * @param embeddings tells which sentences say what all say
   * @param languages tells the language of questions
   * @param transformers make a question stand alone, and English, one after the other
   * @param times reads which days a question is about
   */
  public ExtractiveAnswerer(
      PassageRetriever retriever,
      PassageIndex index,
      ScoringModel scoring,
      EmbeddingModel embeddings,
      SpokenLanguages languages,
      List<QueryTransformer> transformers,
      TimeReader times) {
    this.retriever = retriever;
    this.index = index;
    this.scoring = new ExcerptScoring(scoring);
    this.overview = new Overview(index, embeddings);
    this.languages = languages;
    this.search = new QuestionSearch(retriever, this.scoring, transformers);
    this.timed = new TimedSelection(search, overview, index, times);
  }

  /** What a passage is scored by to answer from it. */
  public static List<SentenceContext> sentences(Passage passage) {
    return ExcerptScoring.contexts(passage);
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
    Asking asking = new Asking(question.about(text), spoken);
    if (spoken.asks(SmallTalk.OVERVIEW)) {
      Selection whole =
          timed.of(asking).orElseGet(() -> Selection.of(overview.of(question.documents())));
      return answered(whole, asking, form);
    }
    if (spoken.smallTalk().isPresent()) {
      return form.plain(Outcome.SMALL_TALK, wording.reply(spoken.smallTalk().get()));
    }
    if (spoken.isUnknown()) {
      return form.plain(Outcome.REFUSED, wording.otherLanguage());
    }
    return fromDocuments(asking, form);
  }

  private Answer fromDocuments(Asking asking, AnswerForm form) {
    Optional<Selection> ofSomeTime = timed.of(asking);
    if (ofSomeTime.isPresent()) {
      return answered(ofSomeTime.get(), asking, form);
    }
    List<String> queries = search.queries(asking);
    if (!asking.spoken().isForeign()
        && queries.stream().allMatch(query -> Terms.of(query).isEmpty())) {
      return form.plain(Outcome.REFUSED, form.wording().noSubject());
    }
    Found best = search.best(queries, asking);
    return answered(
        asking.isAnsweredBy(best)
            ? Selection.of(StatementSelection.choose(search.updated(best, asking).excerpts()))
            : Selection.none(best.passages()),
        asking,
        form);
  }

  /** The answer of what was selected, unless a document was changed meanwhile. */
  private Answer answered(Selection selection, Asking asking, AnswerForm form) {
    CitedDocuments documents = new CitedDocuments(index::document);
    Composition composed = Composition.of(selection.excerpts(), documents, form.wording());
    boolean holds = composed.citations().stream().allMatch(new CitationCheck(documents)::holds);
    return composed.citations().isEmpty() || !holds
        ? form.notInSources(selection, asking.spoken().isForeign())
        : form.answered(composed, selection.heading());
  }
}
