package parley.knowledge.answer;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import parley.knowledge.FoundPassage;

/**
 * What a question brought up.
 *
 * @param query what was searched for
 * @param passages best first
 * @param excerpts of these passages, best first
 */
record Found(String query, List<FoundPassage> passages, List<ScoredExcerpt> excerpts) {

  static final Found NOTHING = new Found("", List.of(), List.of());

  /** How probable it is that the best excerpt answers. */
  double score() {
    return excerpts.isEmpty() ? 0 : excerpts.get(0).score();
  }

  /** With some excerpts, as probable as the best, before the others. */
  Found beginningWith(List<Excerpt> first) {
    return new Found(
        query,
        passages,
        Stream.concat(
                first.stream().map(excerpt -> new ScoredExcerpt(excerpt, score())),
                excerpts.stream().filter(scored -> !first.contains(scored.excerpt())))
            .toList());
  }

  /** With these excerpts alone. */
  Found of(Predicate<Excerpt> wanted) {
    return new Found(
        query,
        passages,
        excerpts.stream().filter(scored -> wanted.test(scored.excerpt())).toList());
  }
}
