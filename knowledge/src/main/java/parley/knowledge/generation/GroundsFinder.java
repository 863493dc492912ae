package parley.knowledge.generation;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.scoring.ScoringModel;
import dev.langchain4j.rag.AugmentationRequest;
import dev.langchain4j.rag.AugmentationResult;
import dev.langchain4j.rag.DefaultRetrievalAugmentor;
import dev.langchain4j.rag.RetrievalAugmentor;
import dev.langchain4j.rag.content.aggregator.ReRankingContentAggregator;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.rag.query.router.DefaultQueryRouter;
import dev.langchain4j.rag.query.transformer.QueryTransformer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.knowledge.Passage;
import parley.knowledge.Question;
import parley.knowledge.index.PassageIndex;
import parley.knowledge.language.TranslatingTransformer;
import parley.knowledge.retrieval.FollowUpTransformer;
import parley.knowledge.retrieval.PassageContent;
import parley.knowledge.retrieval.PassageRetriever;
import parley.knowledge.retrieval.PassageScoring;
import parley.knowledge.time.TimeReader;

/** Finds what a question may be answered from, and tells the model. Thread-safe. */
final class GroundsFinder {

  /** Passages the model sees: with them, the right one is there for 98 questions in 100. */
  private static final int PASSAGES = 10;

  /** Those that the reranking chooses from. */
  private static final int CANDIDATES = 20;

  private final PassageRetriever retriever;
  private final ScoringModel scoring;
  private final QueryTransformer translating;
  private final QueryTransformer spelling;
  private final WholeSet wholeSet;
  private final PassageIndex index;
  private final TimeReader times;

  /**
   * @param wholeSetTokens documents with no more tokens together are given whole
   */
  GroundsFinder(Library library, int wholeSetTokens) {
    this.retriever = library.retriever();
    this.scoring = new PassageScoring(library.scoring());
    this.translating = library.translating();
    this.spelling = library.spelling();
    this.index = library.index();
    this.times = library.times();
    this.wholeSet = new WholeSet(library.index(), wholeSetTokens);
  }

  /**
   * What a question may be answered from.
   *
   * @param session where the model may be asked what the question means
   * @param language of the question
   */
  Grounds of(Question question, ModelSession session, AskerLanguage language) {
    AskedDays days = AskedDays.of(question, language.asked(), times, index);
    Optional<List<Passage>> all = wholeSet.passages(question.documents());
    return all.isPresent()
        ? whole(question, days, all.get())
        : retrieved(question, days, session, language);
  }

  private Grounds whole(Question question, AskedDays days, List<Passage> passages) {
    String system = PromptFile.INSTRUCTIONS.text() + "\n\n" + wholeSet.text(passages);
    return new Grounds(
        passages, messages(system, question, UserMessage.from(days.noted(question.text()))));
  }

  private Grounds retrieved(
      Question question, AskedDays days, ModelSession session, AskerLanguage language) {
    Query query =
        TranslatingTransformer.noting(language.asked(), FollowUpTransformer.query(question));
    AugmentationResult result =
        augmentor(retrievers(question, days), session, language.isForeign())
            .augment(new AugmentationRequest(UserMessage.from(question.text()), query.metadata()));
    List<Passage> passages =
        result.contents().stream().map(c -> PassageContent.passage(c).passage()).toList();
    String asked = ((UserMessage) result.chatMessage()).singleText();
    return new Grounds(
        passages,
        messages(PromptFile.INSTRUCTIONS.text(), question, UserMessage.from(days.noted(asked))));
  }

  /** What documents of the days asked for hold, and what all hold. */
  private List<ContentRetriever> retrievers(Question question, AskedDays days) {
    ContentRetriever all = retriever.in(question.documents(), CANDIDATES);
    return days.documents().isEmpty()
        ? List.of(all)
        : List.of(retriever.in(days.documents(), CANDIDATES), all);
  }

  private RetrievalAugmentor augmentor(
      List<ContentRetriever> retrievers, ModelSession session, boolean foreign) {
    return DefaultRetrievalAugmentor.builder()
        .queryTransformer(
            new StandaloneTransformer(
                session, foreign, List.of(translating, new FollowUpTransformer()), spelling))
        .queryRouter(new DefaultQueryRouter(retrievers))
        .contentAggregator(
            new NewestFirst(
                ReRankingContentAggregator.builder()
                    .scoringModel(scoring)
                    .maxResults(PASSAGES)
                    .build()))
        .contentInjector(new PassageInjector(Keys.random()))
        .executor(Runnable::run)
        .build();
  }

  private static List<ChatMessage> messages(String system, Question question, ChatMessage last) {
    List<ChatMessage> messages = new ArrayList<>();
    messages.add(SystemMessage.from(system));
    messages.addAll(ConversationMessages.of(question.history()));
    messages.add(last);
    return messages;
  }
}
