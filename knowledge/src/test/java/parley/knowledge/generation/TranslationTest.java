package parley.knowledge.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranslationTest {

  private static final List<String> LINES = List.of("27 came:\n- one\n- two", "35 left.");

  @Test
  void linesKeepTheirOrderAndTheirLists() {
    assertThat(translated("1. 27 kamen: // - eins // - zwei\n\n2) 35 gingen.\n"))
        .containsExactly("27 kamen:\n- eins\n- zwei", "35 gingen.");
  }

  @Test
  void aLineWhoseNumberHasChangedStaysAsItWas() {
    assertThat(translated("1. 27 kamen: // - eins // - zwei\n2. 53 gingen."))
        .containsExactly("27 kamen:\n- eins\n- zwei", "35 left.");
  }

  @Test
  void moreOrFewerLinesAreNoTranslation() {
    assertThat(translated("Gern!\n1. 27 kamen.\n2. 35 gingen.")).isEqualTo(LINES);
    assertThat(translated("1. 27 kamen, 35 gingen.")).isEqualTo(LINES);
  }

  @Test
  void aFaultOfTheModelLeavesTheLinesAsTheyWere() {
    ChatModel broken =
        new ChatModel() {
          @Override
          public ChatResponse doChat(ChatRequest request) {
            throw new ModelFault(ModelFault.Kind.LATE);
          }
        };
    assertThat(new Translation(broken, check()).of(LINES, "de")).isEqualTo(LINES);
  }

  private static List<String> translated(String answer) {
    ChatModel model =
        new ChatModel() {
          @Override
          public ChatResponse doChat(ChatRequest request) {
            return ChatResponse.builder().aiMessage(AiMessage.from(answer)).build();
          }
        };
    return new Translation(model, check()).of(LINES, "de");
  }

  private static TranslationCheck check() {
    return new TranslationCheck(word -> true);
  }
}
