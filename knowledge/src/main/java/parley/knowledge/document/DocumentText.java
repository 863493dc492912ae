package parley.knowledge.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decodes the bytes of a text file. */
final class DocumentText {

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** The charset of a page has to stand within so many bytes (HTML Living Standard, 4.2.5.4). */
  private static final int HEAD_BYTES = 1024;

  private static final Pattern DECLARED =
      Pattern.compile(
          "(?:charset|encoding)\\s*=\\s*[\"']?([\\w.:-]{2,40})", Pattern.CASE_INSENSITIVE);

  private DocumentText() {}

  /**
   * UTF-8, UTF-16 with a byte order mark, or else Windows-1252.
   *
   * @throws DocumentException if it is no text
   */
  static String decode(String name, byte[] bytes) {
    String text = strict(bytes, charset(bytes));
    if (text == null) {
      text = strict(bytes, declared(bytes));
    }
    if (text == null || text.chars().anyMatch(DocumentText::isBinary)) {
      throw new DocumentException(name + " is not a text file: give it as Markdown, text or HTML");
    }
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static Charset charset(byte[] bytes) {
    boolean marked =
        bytes.length > 1
            && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
    return marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }

  /** What a web page says of itself near its start, or else Windows-1252. */
  private static Charset declared(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, HEAD_BYTES), StandardCharsets.ISO_8859_1);
    Matcher charset = DECLARED.matcher(head);
    try {
      return charset.find() ? Charset.forName(charset.group(1)) : WINDOWS_1252;
    } catch (IllegalArgumentException e) {
      return WINDOWS_1252;
    }
  }

  private static @Nullable String strict(byte[] bytes, Charset charset) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static boolean isBinary(int character) {
    return character < 9 || (character > 13 && character < 27);
  }
}
