package parley.bot.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Reads a body as it comes, so that no thread waits for a slow client. What is too large is read to
 * its end and thrown away: a client that still sends would not see why it is refused.
 */
final class RequestBody implements ReadListener {

  /** Beyond that, a client is cut off. */
  private static final long MOST_THROWN_AWAY = 64L << 20;

  private static final int PIECE = 8 << 10;

  private final ServletInputStream input;
  private final int most;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private long size;

  private RequestBody(ServletInputStream input, int most) {
    this.input = input;
    this.most = most;
  }

  /**
   * Reads the body of a request that is handled asynchronously.
   *
   * @param most bytes
   * @return fails with a {@link ProblemException} if there are more, or with what the connection
   *     broke by
   */
  static CompletionStage<byte[]> read(HttpServletRequest request, int most) throws IOException {
    RequestBody body = new RequestBody(request.getInputStream(), most);
    body.input.setReadListener(body);
    return body.body;
  }

  @Override
  public void onDataAvailable() throws IOException {
    byte[] piece = new byte[PIECE];
    while (input.isReady() && !input.isFinished()) {
      int length = input.read(piece);
      if (length > 0) {
        keep(piece, length);
      }
      if (size > MOST_THROWN_AWAY) {
        throw new IOException("a body of more than " + MOST_THROWN_AWAY + " bytes");
      }
    }
  }

  private void keep(byte[] piece, int length) {
    size += length;
    if (size <= most) {
      kept.write(piece, 0, length);
    }
  }

  @Override
  public void onAllDataRead() {
    if (size <= most) {
      body.complete(kept.toByteArray());
    } else {
      body.completeExceptionally(new ProblemException(Problem.tooLarge(most)));
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(
        size > most ? new ProblemException(Problem.tooLarge(most)) : failure);
  }
}
