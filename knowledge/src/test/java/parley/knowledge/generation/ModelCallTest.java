package parley.knowledge.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parley.knowledge.TokenUse;

class ModelCallTest {

  private final List<TokenUse> spent = new ArrayList<>();

  @Test
  void countsWhatTheProviderCounts() {
    run(new TokenUsage(700, 30), FinishReason.STOP);

    assertThat(spent).containsExactly(new TokenUse(700, 30));
  }

  @Test
  void estimatesWhatNobodyCounts() {
    run(new TokenUsage(0, 0), FinishReason.STOP);
    run(null, FinishReason.STOP);

    assertThat(spent).containsExactly(new TokenUse(2, 5), new TokenUse(2, 5));
  }

  @Test
  void countsWhatWasCutOffToo() {
    assertThatThrownBy(() -> run(null, null)).hasMessage("the model dropped the connection");
    assertThat(spent).containsExactly(new TokenUse(2, 5));
  }

  private void run(@Nullable TokenUsage usage, @Nullable FinishReason reason) {
    StreamingChatModel model =
        new StreamingChatModel() {
          @Override
          public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
            handler.onPartialResponse("Twenty characters !!");
            handler.onCompleteResponse(
                ChatResponse.builder()
                    .aiMessage(AiMessage.from("Twenty characters !!"))
                    .tokenUsage(usage)
                    .finishReason(reason)
                    .build());
          }
        };
    new ModelCall(
            List.of(UserMessage.from("Who? Me?")), Deadline.in(Duration.ofSeconds(60)), spent::add)
        .run(model, new WholeText());
  }
}
