package parley.knowledge.generation;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.knowledge.TokenUse;

/**
 * One try to have a model write something.
 *
 * @param messages what it is asked
 * @param deadline by when it has to be done
 * @param spent hears what it took, however it ends
 */
record ModelCall(List<ChatMessage> messages, Deadline deadline, Consumer<TokenUse> spent) {

  /** Longer than any answer: four times what people read. */
  static final int MOST_CHARACTERS = 16_000;

  /**
   * Makes it write.
   *
   * @throws ModelFault if it does not
   */
  void run(StreamingChatModel model, Reading reading) {
    PieceQueue queue = new PieceQueue();
    int written = 0;
    TokenUsage usage = null;
    try {
      start(model, queue);
      PieceQueue.Heard heard = queue.next(deadline);
      while (heard instanceof PieceQueue.Piece piece) {
        written += piece.text().length();
        if (written > MOST_CHARACTERS) {
          throw new ModelFault(ModelFault.Kind.TOO_LONG);
        }
        reading.piece(piece.text());
        heard = queue.next(deadline);
      }
      ChatResponse response = ((PieceQueue.End) heard).response();
      usage = response.tokenUsage();
      checkComplete(response, written);
    } finally {
      queue.cancel();
      tell(usage, written);
    }
    reading.end();
  }

  private void start(StreamingChatModel model, PieceQueue queue) {
    try {
      model.chat(ChatRequest.builder().messages(messages).build(), queue);
    } catch (RuntimeException e) {
      throw ModelFault.of(e);
    }
  }

  /** A stream that ends without a reason was cut off on its way; clients pass that over. */
  private static void checkComplete(ChatResponse response, int written) {
    FinishReason reason = response.finishReason();
    if (reason == FinishReason.CONTENT_FILTER) {
      throw new ModelFault(ModelFault.Kind.FILTERED);
    }
    if (written == 0) {
      throw new ModelFault(reason == null ? ModelFault.Kind.UNREADABLE : ModelFault.Kind.EMPTY);
    }
    if (reason == null) {
      throw new ModelFault(ModelFault.Kind.DROPPED);
    }
  }

  private void tell(@Nullable TokenUsage usage, int written) {
    TokenUse said = usage == null ? TokenUse.NONE : said(usage);
    if (said.sum() > 0) {
      spent.accept(said);
    } else if (written > 0) {
      spent.accept(new TokenUse(Tokens.in(messages), Tokens.in(written)));
    }
  }

  /** What the provider counted; some say 0, or nothing. */
  private static TokenUse said(TokenUsage usage) {
    return new TokenUse(
        Objects.requireNonNullElse(usage.inputTokenCount(), 0),
        Objects.requireNonNullElse(usage.outputTokenCount(), 0));
  }
}
