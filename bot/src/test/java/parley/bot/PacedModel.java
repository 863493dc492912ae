package parley.bot;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A model that writes the beginning of its answer at once, and the rest when it is let. */
final class PacedModel implements StreamingChatModel {

  private final String beginning;
  private final String rest;
  private final Semaphore permits = new Semaphore(0);
  private final AtomicInteger asked = new AtomicInteger();

  PacedModel(String beginning, String rest) {
    this.beginning = beginning;
    this.rest = rest;
  }

  /** Lets one answer be finished. */
  void goOn() {
    permits.release();
  }

  /** How often it was asked. */
  int asked() {
    return asked.get();
  }

  @Override
  public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
    asked.incrementAndGet();
    Thread writer = new Thread(() -> write(handler), "paced-model");
    writer.setDaemon(true);
    writer.start();
  }

  private void write(StreamingChatResponseHandler handler) {
    handler.onPartialResponse(beginning);
    permits.acquireUninterruptibly();
    handler.onPartialResponse(rest);
    handler.onCompleteResponse(
        ChatResponse.builder()
            .aiMessage(AiMessage.from(beginning + rest))
            .tokenUsage(new TokenUsage(700, 30))
            .finishReason(FinishReason.STOP)
            .build());
  }
}
