package parley.knowledge.generation;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.List;
import parley.knowledge.Turn;

/** What was said before, as the model is told it. */
final class ConversationMessages {

  private static final int MOST_TURNS = 4;
  private static final int LONGEST = 1_000;

  private ConversationMessages() {}

  /** The last turns; the numbers of their citations are of other passages and left out. */
  static List<ChatMessage> of(List<Turn> turns) {
    List<ChatMessage> messages = new ArrayList<>();
    for (Turn turn : turns.subList(Math.max(0, turns.size() - MOST_TURNS), turns.size())) {
      String answer = turn.answer().replaceAll("\\s?\\[\\d{1,4}\\]", "");
      if (!turn.question().isBlank() && !answer.isBlank()) {
        messages.add(UserMessage.from(cut(turn.question())));
        messages.add(AiMessage.from(cut(answer)));
      }
    }
    return messages;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
  }
}
