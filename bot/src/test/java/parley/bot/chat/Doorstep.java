package parley.bot.chat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.bot.ledger.AcceptedQuestion;
import parley.bot.ledger.Feedback;
import parley.bot.ledger.Ledger;
import parley.knowledge.Answer;
import parley.knowledge.Finding;
import parley.knowledge.FoundPassage;
import parley.knowledge.Question;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;

/**
 * A chat whose ledger says of every event that it came before: what a platform hands over is read
 * as far as to be kept, and goes no further. For one thread.
 */
public final class Doorstep implements AutoCloseable {

  private final List<AcceptedQuestion> questions = new ArrayList<>();
  private final List<String> events = new ArrayList<>();
  private final List<Feedback> feedback = new ArrayList<>();
  private final Chat chat =
      new Chat(
          new NoAnswers(),
          (Ledger)
              Proxy.newProxyInstance(
                  Doorstep.class.getClassLoader(),
                  new Class<?>[] {Ledger.class},
                  (ledger, method, arguments) -> answer(method, arguments)),
          ChatSettings.DEFAULT);

  private Object answer(Method method, Object @Nullable [] arguments) {
    switch (method.getName()) {
      case "accept" -> {
        questions.add((AcceptedQuestion) arguments[0]);
        ((Collection<?>) arguments[1]).forEach(name -> events.add((String) name));
      }
      case "claim" -> ((Collection<?>) arguments[0]).forEach(name -> events.add((String) name));
      case "keep" -> feedback.add((Feedback) arguments[0]);
      default -> {}
    }
    return nothing(method.getReturnType());
  }

  private static @Nullable Object nothing(Class<?> type) {
    if (type == boolean.class) {
      return false;
    }
    if (type == int.class) {
      return 0;
    }
    if (type == Optional.class) {
      return Optional.empty();
    }
    return type == List.class ? List.of() : null;
  }

  /** The chat. */
  public Chat chat() {
    return chat;
  }

  /** The questions that came since it was last cleared. */
  public List<AcceptedQuestion> questions() {
    return questions;
  }

  /** The names of events that came since it was last cleared. */
  public List<String> events() {
    return events;
  }

  /** What was thought of answers since it was last cleared. */
  public List<Feedback> feedback() {
    return feedback;
  }

  /** Forgets what came. */
  public void clear() {
    questions.clear();
    events.clear();
    feedback.clear();
  }

  @Override
  public void close() {
    chat.close();
  }

  /** Knows nothing: nobody asks it. */
  private static final class NoAnswers implements AnswerSource {

    @Override
    public Answer ask(Question question, List<String> documents) {
      throw new IllegalStateException("a question passed the door");
    }

    @Override
    public List<Finding> compare(Question text, int most) {
      throw new IllegalStateException("a check passed the door");
    }

    @Override
    public List<FoundPassage> search(String query, int top, List<String> documents) {
      return List.of();
    }

    @Override
    public List<Source> sources() {
      return List.of();
    }

    @Override
    public Optional<SourceDocument> document(String id) {
      return Optional.empty();
    }
  }
}
