package parley.knowledge.index;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import parley.knowledge.Passage;

/**
 * A passage's entry in an index on a cluster.
 *
 * @param stems read back as null, as are the words and the vector: they are there to be searched
 * @param shingles as {@link Shingles} keeps them
 * @param embedding the vector as it is read back, four bytes a number
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PassageEntry(
    String kind,
    String document,
    String edition,
    long born,
    int paragraph,
    @Nullable String section,
    String text,
    @Nullable Integer page,
    String content,
    int length,
    @Nullable Set<String> stems,
    @Nullable Set<String> words,
    float @Nullable [] vector,
    byte[] shingles,
    byte[] embedding) {

  static PassageEntry of(
      IndexChange.EmbeddedPassage embedded, String edition, long born, Analyzer analyzer) {
    Passage passage = embedded.passage();
    List<String> stems = terms(PassageFields.CONTENT, embedded.content(), analyzer);
    float[] vector = embedded.vector().vector();
    return new PassageEntry(
        ClusterEntry.OF_PASSAGE,
        passage.source().id(),
        edition,
        born,
        passage.paragraph(),
        passage.section(),
        passage.text(),
        passage.page(),
        String.join(" ", stems),
        stems.size(),
        new TreeSet<>(stems),
        new TreeSet<>(terms(PassageFields.WORDS, embedded.content(), analyzer)),
        vector,
        bytes(Shingles.of(passage.text()).bytes()),
        bytes(vector));
  }

  /** The terms of a text, as the embedded index has them in that field. */
  static List<String> terms(String field, String text, Analyzer analyzer) {
    List<String> terms = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream(field, text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        if (term.length() > 0) {
          terms.add(term.toString());
        }
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return terms;
  }

  private static byte[] bytes(BytesRef ref) {
    return Arrays.copyOfRange(ref.bytes, ref.offset, ref.offset + ref.length);
  }

  private static byte[] bytes(float[] vector) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * vector.length);
    bytes.asFloatBuffer().put(vector);
    return bytes.array();
  }

  /** As it is kept at hand while it may be found again. */
  StoredPassage stored() {
    float[] numbers = new float[embedding.length / Float.BYTES];
    ByteBuffer.wrap(embedding).asFloatBuffer().get(numbers);
    return new StoredPassage(
        document, paragraph, section, text, page, content, numbers, new BytesRef(shingles));
  }
}
