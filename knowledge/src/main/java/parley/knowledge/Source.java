package parley.knowledge;

import java.time.LocalDate;
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
 */
public record Source(
    String id,
    String title,
    @Nullable String publisher,
    @Nullable LocalDate date,
    @Nullable String url,
    @Nullable String language,
    int paragraphs) {

  public Source {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
  }
}
