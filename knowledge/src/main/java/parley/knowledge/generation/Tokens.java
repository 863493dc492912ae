package parley.knowledge.generation;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.List;

/** Estimates tokens, where nobody counts them for us. */
final class Tokens {

  /** OpenAI's rule of thumb for English; other tokenizers differ by a fifth or so. */
  private static final int CHARACTERS_A_TOKEN = 4;

  private Tokens() {}

  static int in(String text) {
    return in(text.length());
  }

  static int in(int characters) {
    return (characters + CHARACTERS_A_TOKEN - 1) / CHARACTERS_A_TOKEN;
  }

  static int in(List<ChatMessage> messages) {
    return messages.stream().mapToInt(message -> in(text(message))).sum();
  }

  private static String text(ChatMessage message) {
    if (message instanceof SystemMessage system) {
      return system.text();
    }
    if (message instanceof UserMessage user) {
      return user.singleText();
    }
    return message instanceof AiMessage answer && answer.text() != null ? answer.text() : "";
  }
}
