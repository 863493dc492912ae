package parley.knowledge;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.scoring.ScoringModel;
import dev.langchain4j.rag.query.transformer.QueryTransformer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import parley.knowledge.answer.Answerer;
import parley.knowledge.answer.ExtractiveAnswerer;
import parley.knowledge.answer.RememberedAnswers;
import parley.knowledge.answer.StatementComparison;
import parley.knowledge.generation.GenerativeAnswerer;
import parley.knowledge.generation.Library;
import parley.knowledge.index.PassageIndex;
import parley.knowledge.index.StoredEmbeddingModel;
import parley.knowledge.language.LanguageIdentifier;
import parley.knowledge.language.SearchableLanguages;
import parley.knowledge.language.SpokenLanguages;
import parley.knowledge.language.TranslatingTransformer;
import parley.knowledge.observation.Stages;
import parley.knowledge.retrieval.FollowUpTransformer;
import parley.knowledge.retrieval.LikeQuestions;
import parley.knowledge.retrieval.ObservedScoring;
import parley.knowledge.retrieval.PassageRetriever;
import parley.knowledge.retrieval.SpellingTransformer;
import parley.knowledge.time.TimeReader;

/**
 * The stages that a question goes through, put together.
 *
 * @param extractive answers in the sources' own sentences
 * @param generative answers by a language model, where there is one
 * @param comparison holds statements against the documents
 * @param likeness puts together questions that ask the same
 */
record Pipeline(
    PassageRetriever retriever,
    Answerer extractive,
    Optional<GenerativeAnswerer> generative,
    StatementComparison comparison,
    LikeQuestions likeness) {

  /**
   * A language model that writes the answers.
   *
   * @param tokens the file where the day's tokens are kept
   */
  record Writer(StreamingChatModel model, ModelLimits limits, Path tokens) {}

  static Pipeline of(
      PassageIndex index,
      StoredEmbeddingModel embeddings,
      ScoringModel scoring,
      SearchableLanguages searchable,
      Optional<Writer> writer,
      Stages stages,
      Clock clock) {
    TimeReader times = new TimeReader(clock);
    PassageRetriever retriever = new PassageRetriever(index, embeddings, stages);
    ScoringModel observed = new ObservedScoring(scoring, stages);
    LanguageIdentifier identifier = new LanguageIdentifier(index);
    SpokenLanguages languages = new SpokenLanguages(identifier);
    TranslatingTransformer translating = new TranslatingTransformer(identifier, index, searchable);
    QueryTransformer spelling = new SpellingTransformer(index, embeddings);
    ExtractiveAnswerer own =
        new ExtractiveAnswerer(
            retriever,
            index,
            observed,
            embeddings,
            languages,
            List.of(translating, new FollowUpTransformer(), spelling),
            times);
    Answerer extractive = new RememberedAnswers(own, index::version, clock);
    Library library =
        new Library(
            index,
            retriever,
            observed,
            languages,
            translating,
            spelling,
            embeddings,
            times,
            stages);
    return new Pipeline(
        retriever,
        extractive,
        writer.map(
            with ->
                new GenerativeAnswerer(
                    extractive, library, with.model(), with.limits(), with.tokens())),
        own.comparison(),
        new LikeQuestions(embeddings, translating::readable));
  }

  /** By the language model, where there is one. */
  Answerer answerer() {
    return generative.<Answerer>map(model -> model).orElse(extractive);
  }
}
