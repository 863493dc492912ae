package parley.knowledge.retrieval;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.rag.query.Metadata;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.rag.query.transformer.QueryTransformer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import parley.knowledge.Question;
import parley.knowledge.Turn;

/** Makes a follow-up stand alone, without a language model. Thread-safe. */
public final class FollowUpTransformer implements QueryTransformer {

  /** A question with its conversation as LangChain4j passes it on. */
  public static Query query(Question question) {
    List<ChatMessage> memory = new ArrayList<>();
    for (Turn turn : question.history()) {
      if (!turn.question().isBlank()) {
        memory.add(UserMessage.from(turn.question()));
        memory.add(AiMessage.from(turn.answer()));
      }
    }
    return Query.from(
        question.text(), Metadata.from(UserMessage.from(question.text()), "conversation", memory));
  }

  @Override
  public Collection<Query> transform(Query query) {
    if (query.metadata() == null) {
      return List.of(query);
    }
    String standalone = FollowUp.standalone(query.text(), turns(query.metadata().chatMemory()));
    return List.of(Query.from(standalone, query.metadata()));
  }

  private static List<Turn> turns(List<ChatMessage> memory) {
    List<Turn> turns = new ArrayList<>();
    String question = "";
    for (ChatMessage message : memory) {
      if (message instanceof UserMessage user) {
        question = user.singleText();
      } else if (message instanceof AiMessage answer) {
        turns.add(new Turn(question, answer.text()));
      }
    }
    return turns;
  }
}
