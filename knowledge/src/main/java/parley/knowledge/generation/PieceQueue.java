package parley.knowledge.generation;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Brings what a model's client hears on its threads to the thread that asked. */
final class PieceQueue implements StreamingChatResponseHandler {

  /** Something that was heard. */
  sealed interface Heard {}

  /** A piece of the text. */
  record Piece(String text) implements Heard {}

  /** The end, and the whole response. */
  record End(ChatResponse response) implements Heard {}

  private record Failed(Throwable why) implements Heard {}

  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private volatile @Nullable StreamingHandle handle;
  private volatile boolean cancelled;

  /**
   * The next thing heard.
   *
   * @throws ModelFault if it is a failure, or nothing comes before the deadline
   */
  Heard next(Deadline deadline) {
    Heard next = poll(deadline);
    if (next == null) {
      throw new ModelFault(ModelFault.Kind.LATE);
    }
    if (next instanceof Failed failed) {
      throw ModelFault.of(failed.why());
    }
    return next;
  }

  private @Nullable Heard poll(Deadline deadline) {
    try {
      return deadline.hasPassed()
          ? null
          : heard.poll(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /** Lets the model stop writing, as far as its client can. */
  void cancel() {
    cancelled = true;
    StreamingHandle writing = handle;
    if (writing != null) {
      writing.cancel();
    }
  }

  @Override
  public void onPartialResponse(PartialResponse piece, PartialResponseContext context) {
    handle = context.streamingHandle();
    if (cancelled) {
      context.streamingHandle().cancel();
    } else {
      onPartialResponse(piece.text());
    }
  }

  @Override
  public void onPartialResponse(String piece) {
    heard.add(new Piece(piece));
  }

  @Override
  public void onCompleteResponse(ChatResponse response) {
    heard.add(new End(response));
  }

  @Override
  public void onError(Throwable error) {
    heard.add(new Failed(error));
  }
}
