package parley.knowledge.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;

/** Mails (RFC 5322 and MIME): the text or else the HTML, without what they quote or attach. */
final class MailFormat implements DocumentFormat {

  private static final int MAX_DEPTH = 20;

  /** A Date field's day as its sender saw it. */
  private static final Pattern DAY = Pattern.compile("\\b\\d{1,2} \\p{L}{3} \\d{4}\\b");

  private static final Pattern QUOTED = Pattern.compile("^>.*\\R?", Pattern.MULTILINE);
  private static final Pattern SIGNATURE = Pattern.compile("(?s)(?<=\\n)-- ?\\r?\\n.*$");

  private static final TextFormat PLAIN = new PlainTextFormat();
  private static final TextFormat HTML = new HtmlFormat();

  @Override
  public List<ParsedText> parse(String name, byte[] bytes) {
    try {
      Message message = builder().parseMessage(new ByteArrayInputStream(bytes));
      List<Entity> texts = new ArrayList<>();
      collectTexts(message, texts, 0);
      if (message.getHeader().getFields().isEmpty() || texts.isEmpty()) {
        throw new DocumentException(name + " is no mail with a text: save it anew");
      }
      return List.of(new ParsedText(metadata(message), blocks(name, texts)));
    } catch (IOException e) {
      throw new DocumentException(name + " is a damaged mail: save it anew", e);
    }
  }

  @Override
  public int maxBytes() {
    return MAX_PACKED_BYTES;
  }

  private static DefaultMessageBuilder builder() {
    DefaultMessageBuilder builder = new DefaultMessageBuilder();
    builder.setMimeEntityConfig(
        new MimeConfig.Builder()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(100_000)
            .setMaxHeaderCount(2_000)
            .setMaxContentLen(MAX_PACKED_BYTES)
            .build());
    return builder;
  }

  /** The parts that a reader sees, one of each set of alternatives. */
  private static void collectTexts(Entity entity, List<Entity> texts, int depth) {
    Body body = entity.getBody();
    if (depth > MAX_DEPTH || "attachment".equalsIgnoreCase(entity.getDispositionType())) {
      return;
    }
    if (body instanceof Multipart multipart) {
      List<Entity> parts = new ArrayList<>();
      multipart.getBodyParts().forEach(part -> collectTexts(part, parts, depth + 1));
      texts.addAll("alternative".equals(multipart.getSubType()) ? chosen(parts) : parts);
    } else if (body instanceof TextBody && isRead(entity)) {
      texts.add(entity);
    }
  }

  private static boolean isRead(Entity entity) {
    String type = entity.getMimeType();
    return type.equals("text/plain") || type.equals("text/html");
  }

  private static List<Entity> chosen(List<Entity> alternatives) {
    Optional<Entity> plain =
        alternatives.stream().filter(part -> part.getMimeType().equals("text/plain")).findFirst();
    return plain.or(() -> alternatives.stream().findFirst()).stream().toList();
  }

  private static List<Block> blocks(String name, List<Entity> texts) throws IOException {
    List<Block> blocks = new ArrayList<>();
    for (Entity part : texts) {
      String text = text(name, (TextBody) part.getBody());
      blocks.addAll(
          part.getMimeType().equals("text/html")
              ? HTML.parse(text).blocks()
              : PLAIN.parse(own(text)).blocks());
    }
    return blocks;
  }

  private static String text(String name, TextBody body) throws IOException {
    try (InputStream in = body.getInputStream()) {
      String charset = body.getMimeCharset();
      return decode(name, in.readAllBytes(), charset == null ? "utf-8" : charset);
    }
  }

  private static String decode(String name, byte[] bytes, String charset) {
    try {
      return "us-ascii".equalsIgnoreCase(charset)
          ? DocumentText.decode(name, bytes)
          : new String(bytes, Charset.forName(charset));
    } catch (IllegalArgumentException e) {
      return DocumentText.decode(name, bytes);
    }
  }

  private static String own(String text) {
    return QUOTED.matcher(SIGNATURE.matcher(text).replaceFirst("")).replaceAll("");
  }

  private static Map<String, String> metadata(Message message) {
    Map<String, String> metadata = new HashMap<>();
    if (message.getSubject() != null && !message.getSubject().isBlank()) {
      metadata.put("title", Whitespace.oneLine(message.getSubject()));
    }
    if (message.getFrom() != null) {
      metadata.put(
          "author",
          message.getFrom().stream().map(MailFormat::name).collect(Collectors.joining(", ")));
    }
    Field date = message.getHeader().getField("Date");
    Matcher day = DAY.matcher(date == null ? "" : date.getBody());
    if (day.find()) {
      metadata.put("date", day.group());
    }
    return metadata;
  }

  private static String name(Mailbox from) {
    return Whitespace.oneLine(from.getName() == null ? from.getAddress() : from.getName());
  }
}
