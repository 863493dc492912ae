package parley.knowledge.generation;

import dev.langchain4j.data.message.ChatMessage;
import java.util.List;
import parley.knowledge.Passage;

/**
 * What the model is to answer from.
 *
 * @param passages those it sees, number 1 first
 * @param messages all that it is told
 */
record Grounds(List<Passage> passages, List<ChatMessage> messages) {

  Grounds {
    passages = List.copyOf(passages);
    messages = List.copyOf(messages);
  }
}
