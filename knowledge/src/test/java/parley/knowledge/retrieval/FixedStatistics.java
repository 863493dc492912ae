package parley.knowledge.retrieval;

import java.util.List;
import java.util.Set;
import parley.knowledge.index.TermStatistics;
import parley.knowledge.index.Terms;

/** Statistics of a few texts, counted. */
record FixedStatistics(List<Set<String>> stems) implements TermStatistics {

  static FixedStatistics of(List<String> texts) {
    return new FixedStatistics(
        texts.stream().map(text -> ParagraphText.stems(Terms.of(text))).toList());
  }

  @Override
  public int passages() {
    return stems.size();
  }

  @Override
  public int passagesWith(String stem) {
    return (int) stems.stream().filter(passage -> passage.contains(stem)).count();
  }
}
