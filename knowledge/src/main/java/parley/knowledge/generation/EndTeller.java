package parley.knowledge.generation;

import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import java.io.EOFException;

/**
 * Tells a provider's client at the end of a stream that nothing more comes: some wait for their
 * last event for ever. After a complete answer nobody listens any more.
 */
record EndTeller(ServerSentEventListener client) implements ServerSentEventListener {

  @Override
  public void onOpen(SuccessfulHttpResponse response) {
    client.onOpen(response);
  }

  @Override
  public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
    client.onEvent(event, context);
  }

  @Override
  public void onEvent(ServerSentEvent event) {
    client.onEvent(event);
  }

  @Override
  public void onError(Throwable error) {
    client.onError(error);
  }

  @Override
  public void onClose() {
    client.onClose();
    client.onError(new EOFException("the stream has ended"));
  }
}
