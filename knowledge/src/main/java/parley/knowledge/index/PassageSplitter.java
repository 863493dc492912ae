package parley.knowledge.index;

import dev.langchain4j.data.segment.TextSegment;
import java.util.ArrayList;
import java.util.List;
import parley.knowledge.Paragraph;
import parley.knowledge.Passage;
import parley.knowledge.SourceDocument;
import parley.knowledge.document.Sentences;

/** Cuts a document into passages, and says what of each is searched. */
public final class PassageSplitter {

  /** About 270 tokens: well within the 512 that the embedding model reads. */
  private static final int MAX_WORDS = 200;

  /** A paragraph as short as this says little alone, so it is searched with the one before it. */
  private static final int TINY_WORDS = 8;

  private PassageSplitter() {}

  /**
   * A passage and what is searched.
   *
   * @param passage the passage
   * @param content its text below its document's title and its section
   */
  public record Cut(Passage passage, String content) {

    /** What is embedded to find the passage. */
    public TextSegment embedded() {
      return TextSegment.from(content);
    }
  }

  /** The passages that a document is found by, in order. */
  public static List<Cut> split(SourceDocument document) {
    List<Cut> cuts = new ArrayList<>();
    String before = "";
    for (Paragraph paragraph : document.paragraphs()) {
      String context = words(paragraph.text()) < TINY_WORDS ? before : "";
      for (String part : parts(paragraph.text())) {
        Passage passage =
            new Passage(
                document.source(), paragraph.number(), paragraph.section(), part, paragraph.page());
        cuts.add(new Cut(passage, content(passage, context)));
      }
      before = paragraph.text();
    }
    return cuts;
  }

  private static String content(Passage passage, String before) {
    StringBuilder content = new StringBuilder(passage.source().title()).append('\n');
    if (passage.section() != null) {
      content.append(passage.section()).append('\n');
    }
    if (!before.isEmpty()) {
      content.append(before).append('\n');
    }
    return content.append(passage.text()).toString();
  }

  /**
   * Runs of whole sentences of at most {@link #MAX_WORDS} words; one longer sentence stays whole.
   */
  private static List<String> parts(String text) {
    if (words(text) <= MAX_WORDS) {
      return List.of(text);
    }
    List<String> parts = new ArrayList<>();
    int start = 0;
    int end = 0;
    for (Sentences.Sentence sentence : Sentences.of(text)) {
      if (end > start && words(text.substring(start, sentence.end())) > MAX_WORDS) {
        parts.add(text.substring(start, end));
        start = sentence.start();
      }
      end = sentence.end();
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static int words(String text) {
    return text.split("\\s+").length;
  }
}
