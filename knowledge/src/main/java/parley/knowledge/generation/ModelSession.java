package parley.knowledge.generation;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.List;
import java.util.function.Supplier;
import parley.knowledge.TokenUse;

/**
 * What the model is asked for one question, within one deadline. It is also the plain chat model
 * that LangChain4j's parts want, with half of the time that is left. Not thread-safe.
 */
final class ModelSession implements ChatModel {

  private final GuardedModel model;
  private final TokenBudget budget;
  private final Deadline deadline;
  private TokenUse spent = TokenUse.NONE;

  ModelSession(GuardedModel model, TokenBudget budget, Deadline deadline) {
    this.model = model;
    this.budget = budget;
    this.deadline = deadline;
  }

  /**
   * Has the model write.
   *
   * @param reading a new one for each try
   * @throws ModelFault if it does not
   */
  <R extends Reading> R write(List<ChatMessage> messages, Supplier<R> reading) {
    return model.ask(messages, deadline, reading, this::spend);
  }

  /** What all of it took until now. */
  TokenUse spent() {
    return spent;
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    WholeText text = model.ask(request.messages(), deadline.half(), WholeText::new, this::spend);
    return ChatResponse.builder().aiMessage(AiMessage.from(text.toString())).build();
  }

  private void spend(TokenUse more) {
    spent = spent.plus(more);
    budget.spend(more.sum());
  }
}
