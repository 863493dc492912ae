package parley.knowledge.index;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;
import parley.knowledge.Passage;
import parley.knowledge.Source;

/** A passage read back from an index on a cluster; never changes. */
record StoredPassage(
    String document,
    int paragraph,
    @Nullable String section,
    String text,
    @Nullable Integer page,
    String content,
    float[] vector,
    BytesRef shingles) {

  /** How often each stem is in it. */
  Map<String, Long> stems() {
    return Arrays.stream(content.split(" "))
        .filter(stem -> !stem.isEmpty())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  /** The cosine of its vector and another, both of length 1. */
  double cosine(float[] other) {
    return VectorUtil.dotProduct(vector, other);
  }

  Passage passage(Source source) {
    return new Passage(source, paragraph, section, text, page);
  }
}
