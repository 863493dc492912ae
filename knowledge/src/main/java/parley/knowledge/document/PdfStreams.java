package parley.knowledge.document;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks how much the streams of a PDF unpack to before PDFBox, which knows no bound, unpacks them
 * into memory.
 */
final class PdfStreams {

  /** Bytes that one stream may unpack to: a picture of 20 megapixels. */
  static final int MAX_STREAM = 64 * 1024 * 1024;

  private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);

  private PdfStreams() {}

  /**
   * Unpacks each stream that begins as deflated ones do (RFC 1950), and forgets what comes out.
   *
   * @throws DocumentException if one unpacks to more than {@link #MAX_STREAM}
   */
  static void requireModest(String name, byte[] pdf) {
    byte[] sink = new byte[64 * 1024];
    Inflater inflater = new Inflater();
    try {
      for (int at = next(pdf, 0); at >= 0; at = next(pdf, at)) {
        int start = afterLineBreak(pdf, at);
        if (isDeflated(pdf, start) && unpacked(inflater, pdf, start, sink) > MAX_STREAM) {
          throw new DocumentException(
              name
                  + " holds a stream that unpacks to more than "
                  + MAX_STREAM / (1024 * 1024)
                  + " MiB: save it with smaller pictures");
        }
      }
    } finally {
      inflater.end();
    }
  }

  private static int next(byte[] pdf, int from) {
    for (int i = from; i <= pdf.length - STREAM.length; i++) {
      if (pdf[i] == 's' && matches(pdf, i)) {
        return i + STREAM.length;
      }
    }
    return -1;
  }

  private static boolean matches(byte[] pdf, int at) {
    for (int i = 0; i < STREAM.length; i++) {
      if (pdf[at + i] != STREAM[i]) {
        return false;
      }
    }
    return true;
  }

  private static int afterLineBreak(byte[] pdf, int at) {
    int start = at;
    while (start < pdf.length && (pdf[start] == '\r' || pdf[start] == '\n' || pdf[start] == ' ')) {
      start++;
    }
    return start;
  }

  private static boolean isDeflated(byte[] pdf, int start) {
    return start + 1 < pdf.length
        && (pdf[start] & 0x0F) == 8
        && ((pdf[start] & 0xFF) * 256 + (pdf[start + 1] & 0xFF)) % 31 == 0;
  }

  private static long unpacked(Inflater inflater, byte[] pdf, int start, byte[] sink) {
    inflater.reset();
    inflater.setInput(pdf, start, pdf.length - start);
    long total = 0;
    try {
      while (!inflater.finished() && total <= MAX_STREAM) {
        int count = inflater.inflate(sink);
        if (count == 0) {
          return total;
        }
        total += count;
      }
    } catch (DataFormatException e) {
      return total;
    }
    return total;
  }
}
