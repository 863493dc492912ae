package parley.knowledge.retrieval;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with what stands around it, as {@link SentenceScoringModel} reads it from a segment.
 *
 * @param sentence the sentence, or a list with the line that leads into it
 * @param title the document's title
 * @param section the heading it stands under, where there is one
 * @param paragraph the whole passage, of which the sentence is a run
 * @param similarity cosine of the passage's vector and the question's, -1 to 1
 */
public record SentenceContext(
    String sentence, String title, @Nullable String section, String paragraph, double similarity) {
  private static final String TITLE = "title";
  private static final String SECTION = "section";
  private static final String PARAGRAPH = "paragraph";
  private static final String SIMILARITY = "similarity";

  public SentenceContext {
    Objects.requireNonNull(sentence, "sentence");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(paragraph, "paragraph");
  }

  /**
   * Reads it from a segment's text and metadata. A segment without metadata is a paragraph of its
   * own with no title, of which no similarity is known.
   */
  static SentenceContext of(TextSegment segment) {
    Metadata metadata = segment.metadata();
    Double similarity = metadata.getDouble(SIMILARITY);
    return new SentenceContext(
        segment.text(),
        Objects.requireNonNullElse(metadata.getString(TITLE), ""),
        metadata.getString(SECTION),
        Objects.requireNonNullElse(metadata.getString(PARAGRAPH), segment.text()),
        Objects.requireNonNullElse(similarity, 0.0));
  }

  /** The segment from which it can be read again. */
  public TextSegment toSegment() {
    Metadata metadata =
        new Metadata().put(TITLE, title).put(PARAGRAPH, paragraph).put(SIMILARITY, similarity);
    if (section != null) {
      metadata.put(SECTION, section);
    }
    return TextSegment.from(sentence, metadata);
  }

  /** What is embedded for the sentence. */
  public TextSegment embedded() {
    return TextSegment.from(sentence);
  }
}
