package parley.knowledge.generation;

import dev.langchain4j.model.chat.StreamingChatModel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.knowledge.Answer;
import parley.knowledge.AnswerListener;
import parley.knowledge.ModelLimits;
import parley.knowledge.Outcome;
import parley.knowledge.Question;
import parley.knowledge.answer.Answerer;
import parley.knowledge.answer.QuestionText;
import parley.knowledge.grounding.Instructions;
import parley.knowledge.language.Spoken;
import parley.knowledge.language.SpokenLanguages;
import parley.knowledge.language.Wording;

/**
 * Has a language model write the answer, and lets through what its citations support. Where nothing
 * of it stands, or the model fails, the answer is of the sources' own sentences. Thread-safe.
 */
public final class GenerativeAnswerer implements Answerer {

  private static final Logger log = LoggerFactory.getLogger(GenerativeAnswerer.class);

  private final Answerer own;
  private final GroundsFinder finder;
  private final AnswerWriter writer;
  private final GuardedModel model;
  private final TokenBudget budget;
  private final Duration time;
  private final SpokenLanguages languages;

  /**
   * An answerer by a model.
   *
   * @param own answers in the sources' own sentences, within a blink
   * @param budget the file where the day's tokens are kept
   */
  public GenerativeAnswerer(
      Answerer own, Library library, StreamingChatModel model, ModelLimits limits, Path budget) {
    this.own = own;
    this.finder = new GroundsFinder(library, limits.wholeSetTokens());
    this.writer = new AnswerWriter(library, limits.secondLook());
    this.model = new GuardedModel(model, library.stages());
    this.budget = new TokenBudget(budget, limits.tokensADay(), Clock.systemUTC());
    this.time = limits.time();
    this.languages = library.languages();
  }

  @Override
  public Answer answer(Question question) {
    return answer(question, (statement, citations) -> {});
  }

  @Override
  public Answer answer(Question question, AnswerListener listener) {
    long start = System.nanoTime();
    ModelSession session = session();
    Answer extractive = own.answer(question);
    String text = QuestionText.clean(question.text());
    Spoken spoken = languages.of(question, text);
    if (!isForModel(text, spoken, extractive.outcome())) {
      return extractive;
    }
    if (Instructions.isAsked(question.text())) {
      log.info("the question gives orders: answered from the sources");
      return extractive;
    }
    if (budget.isSpent()) {
      log.info("the day's tokens are spent: answered from the sources");
      return extractive.with(new Wording(spoken.own()).modelSpent());
    }
    Answer answer =
        written(question, AskerLanguage.of(question, spoken), session, listener).orElse(extractive);
    return answer.after(Duration.ofNanos(System.nanoTime() - start), session.spent());
  }

  /** What is no question needs no model; a language that only the model knows does. */
  private static boolean isForModel(String text, Spoken spoken, Outcome otherwise) {
    return switch (otherwise) {
      case ANSWERED, NOT_IN_SOURCES -> true;
      case REFUSED -> spoken.isUnknown() && QuestionText.isFit(text);
      case SMALL_TALK, FAILED -> false;
    };
  }

  /**
   * Asks the model for a word.
   *
   * @return what is wrong with it, if anything is; never what its provider says
   */
  public Optional<String> complaint() {
    try {
      session().chat("Answer with the word yes.");
      return Optional.empty();
    } catch (ModelFault fault) {
      return Optional.of(fault.getMessage());
    }
  }

  private ModelSession session() {
    return new ModelSession(model, budget, Deadline.in(time));
  }

  private Optional<Answer> written(
      Question question, AskerLanguage language, ModelSession session, AnswerListener listener) {
    try {
      Question clean =
          new Question(
              QuestionText.clean(question.text()), question.history(), question.documents());
      Grounds grounds = finder.of(clean, session, language);
      return writer.write(question.text(), language, grounds, session, listener);
    } catch (ModelFault fault) {
      log.warn("{}: answered from the sources", fault.getMessage());
    } catch (RuntimeException e) {
      log.error("the model's answer could not be used: answered from the sources", e);
    }
    return Optional.empty();
  }
}
