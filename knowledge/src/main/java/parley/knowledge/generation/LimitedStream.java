package parley.knowledge.generation;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends with an exception once too much has been read of it. Not thread-safe. */
final class LimitedStream extends FilterInputStream {

  private final long limit;
  private long read;

  LimitedStream(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int more = super.read(bytes, offset, length);
    count(Math.max(0, more));
    return more;
  }

  private void count(int more) throws IOException {
    read += more;
    if (read > limit) {
      throw new AnswerTooLongException(limit);
    }
  }
}
