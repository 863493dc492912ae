package parley.knowledge.retrieval;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.knowledge.FoundPassage;
import parley.knowledge.Passage;
import parley.knowledge.Source;

/** A found passage as LangChain4j's {@link Content}, and back. */
public final class PassageContent {

  private static final String DOCUMENT = "document";
  private static final String TITLE = "title";
  private static final String PUBLISHER = "publisher";
  private static final String DATE = "date";
  private static final String URL = "url";
  private static final String LANGUAGE = "language";
  private static final String PARAGRAPHS = "paragraphs";
  private static final String PARAGRAPH = "paragraph";
  private static final String SECTION = "section";
  private static final String PAGE = "page";
  private static final String AUTHOR = "author";
  private static final String TAGS = "tags";
  private static final String SUBFOLDER = "subfolder";
  private static final String COPIES = "copies";
  private static final String SIMILARITY = "similarity";

  private PassageContent() {}

  static Content of(FoundPassage found) {
    Passage passage = found.passage();
    Source source = passage.source();
    Metadata metadata =
        new Metadata()
            .put(DOCUMENT, source.id())
            .put(TITLE, source.title())
            .put(PARAGRAPHS, source.paragraphs())
            .put(PARAGRAPH, passage.paragraph())
            .put(TAGS, SourceText.ofTags(source.tags()))
            .put(SUBFOLDER, source.subfolder())
            .put(SIMILARITY, found.similarity());
    putIfKnown(metadata, PUBLISHER, source.publisher());
    putIfKnown(metadata, DATE, source.date());
    putIfKnown(metadata, URL, source.url());
    putIfKnown(metadata, LANGUAGE, source.language());
    putIfKnown(metadata, AUTHOR, source.author());
    putIfKnown(metadata, SECTION, passage.section());
    putIfKnown(metadata, PAGE, passage.page());
    if (!passage.copies().isEmpty()) {
      metadata.put(COPIES, SourceText.of(passage.copies()));
    }
    return Content.from(
        TextSegment.from(passage.text(), metadata), Map.of(ContentMetadata.SCORE, found.score()));
  }

  /** The passage and its score. */
  public static FoundPassage passage(Content content) {
    Metadata metadata = content.textSegment().metadata();
    String date = metadata.getString(DATE);
    Source source =
        new Source(
            required(metadata.getString(DOCUMENT), DOCUMENT),
            required(metadata.getString(TITLE), TITLE),
            metadata.getString(PUBLISHER),
            date == null ? null : LocalDate.parse(date),
            metadata.getString(URL),
            metadata.getString(LANGUAGE),
            required(metadata.getInteger(PARAGRAPHS), PARAGRAPHS),
            metadata.getString(AUTHOR),
            SourceText.tags(required(metadata.getString(TAGS), TAGS)),
            required(metadata.getString(SUBFOLDER), SUBFOLDER));
    Passage passage =
        new Passage(
            source,
            required(metadata.getInteger(PARAGRAPH), PARAGRAPH),
            metadata.getString(SECTION),
            content.textSegment().text(),
            metadata.getInteger(PAGE),
            SourceText.sources(metadata.getString(COPIES)));
    return new FoundPassage(
        passage, score(content), required(metadata.getDouble(SIMILARITY), SIMILARITY));
  }

  /** Whoever reranks contents keeps no other score than its own. */
  private static double score(Content content) {
    Object score = content.metadata().get(ContentMetadata.SCORE);
    return score instanceof Double fused ? fused : 0;
  }

  private static <T> T required(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException("the content lacks " + name + ": it is of no passage");
    }
    return value;
  }

  private static void putIfKnown(Metadata metadata, String key, @Nullable Object value) {
    if (value != null) {
      metadata.put(key, value.toString());
    }
  }
}
