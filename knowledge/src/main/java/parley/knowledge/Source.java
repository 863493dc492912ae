package parley.knowledge;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one document apart from its text.
 *
 * @param id unique among the documents served; the file's name without its ending
 * @param title never blank
 * @param publisher who published it, where the document says so
 * @param date when it was published, where the document says so; never a guess
 * @param url where a reader finds the original, where the document says so
 * @param language BCP 47 code such as {@code en}, where the document says so
 * @param paragraphs how many numbered paragraphs it has, at least 1
 * @param author who wrote it, where the document says so
 * @param tags what the document says that it belongs to, as it writes them; often none
 * @param subfolder where its file lies below the folder served, such as {@code public/2026}; empty
 *     at its top
 */
public record Source(
    String id,
    String title,
    @Nullable String publisher,
    @Nullable LocalDate date,
    @Nullable String url,
    @Nullable String language,
    int paragraphs,
    @Nullable String author,
    List<String> tags,
    String subfolder) {

  /** Those without a date come last. */
  public static final Comparator<Source> NEWEST_FIRST =
      Comparator.comparing(Source::date, Comparator.nullsLast(Comparator.reverseOrder()));

  public Source {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    // an answer kept by an earlier version has neither
    tags = tags == null ? List.of() : List.copyOf(tags);
    subfolder = subfolder == null ? "" : subfolder;
  }

  /** Where the document was published: its publisher, or else its title. */
  public String publication() {
    return publisher == null ? title : publisher;
  }

  /** The same, to be found at an address. */
  public Source at(String address) {
    return new Source(
        id, title, publisher, date, address, language, paragraphs, author, tags, subfolder);
  }

  /** A document without tags, at the top of its folder. */
  public Source(
      String id,
      String title,
      @Nullable String publisher,
      @Nullable LocalDate date,
      @Nullable String url,
      @Nullable String language,
      int paragraphs,
      @Nullable String author) {
    this(id, title, publisher, date, url, language, paragraphs, author, List.of(), "");
  }

  /** The same that names no author. */
  public Source(
      String id,
      String title,
      @Nullable String publisher,
      @Nullable LocalDate date,
      @Nullable String url,
      @Nullable String language,
      int paragraphs) {
    this(id, title, publisher, date, url, language, paragraphs, null);
  }
}
