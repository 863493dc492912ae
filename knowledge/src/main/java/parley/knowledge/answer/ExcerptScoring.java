package parley.knowledge.answer;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.scoring.ScoringModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import parley.knowledge.FoundPassage;
import parley.knowledge.Passage;

/** Scores every excerpt of the passages found against the question. */
final class ExcerptScoring {

  private final ScoringModel model;

  ExcerptScoring(ScoringModel model) {
    this.model = model;
  }

  /** All excerpts, best first. */
  List<ScoredExcerpt> score(List<FoundPassage> found, String question) {
    List<Excerpt> excerpts =
        found.stream().flatMap(passage -> Excerpt.of(passage).stream()).toList();
    if (excerpts.isEmpty()) {
      return List.of();
    }
    List<TextSegment> segments = excerpts.stream().map(ExcerptScoring::segment).toList();
    List<Double> scores = model.scoreAll(segments, question).content();
    List<ScoredExcerpt> scored = new ArrayList<>();
    for (int i = 0; i < excerpts.size(); i++) {
      scored.add(new ScoredExcerpt(excerpts.get(i), scores.get(i)));
    }
    scored.sort(Comparator.comparingDouble(ScoredExcerpt::score).reversed());
    return scored;
  }

  private static TextSegment segment(Excerpt excerpt) {
    Passage passage = excerpt.passage();
    Metadata metadata =
        new Metadata()
            .put("title", passage.source().title())
            .put("paragraph", passage.text())
            .put("retrieval", excerpt.found().score())
            .put("position", excerpt.position());
    if (passage.section() != null) {
      metadata.put("section", passage.section());
    }
    return TextSegment.from(excerpt.text(), metadata);
  }
}
