package parley.knowledge;

import java.util.Objects;

/**
 * What a statement rests on.
 *
 * @param number from 1 in its answer
 * @param source the document
 * @param paragraph the paragraph's number in the document, from 1
 * @param quote an exact run of the paragraph's text
 */
public record Citation(int number, Source source, int paragraph, String quote) {

  public Citation {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(quote, "quote");
  }
}
