package parley.knowledge.document;

import java.util.List;
import java.util.regex.Pattern;
import parley.knowledge.Paragraph;

/**
 * Finds a title for a document that does not give one: its heading, or else its own first words.
 */
final class DocumentTitle {

  private static final int MAX_LENGTH = 80;

  /** A place in capitals and a dash before a report's first words: "PARIS (AP) — ". */
  private static final Pattern DATELINE =
      Pattern.compile(
          "^\\p{Lu}{2}[\\p{Lu} .'-]{0,40}+(?:,[^—–]{0,30}+)?(?:\\([^)]{1,20}+\\) ?)?[—–] ?");

  private DocumentTitle() {}

  /** The first heading if no paragraph comes before it, or else the first words of the report. */
  static String of(List<Block> blocks, List<Paragraph> paragraphs) {
    Block first = blocks.get(0);
    return first.kind() == Block.Kind.HEADING ? first.text() : firstWords(paragraphs);
  }

  private static String firstWords(List<Paragraph> paragraphs) {
    return paragraphs.stream()
        .map(Paragraph::text)
        .filter(text -> DATELINE.matcher(text).find())
        .map(text -> DATELINE.matcher(text).replaceFirst(""))
        .filter(text -> !text.isBlank())
        .findFirst()
        .map(DocumentTitle::shortened)
        .orElseGet(() -> shortened(paragraphs.get(0).text()));
  }

  private static String shortened(String text) {
    String sentence = Sentences.of(text).get(0).text();
    if (sentence.length() <= MAX_LENGTH) {
      return sentence.replaceFirst("[.:]$", "");
    }
    int end = sentence.lastIndexOf(' ', MAX_LENGTH);
    return sentence.substring(0, end < 1 ? MAX_LENGTH : end).replaceFirst("[,;:]$", "") + "…";
  }
}
