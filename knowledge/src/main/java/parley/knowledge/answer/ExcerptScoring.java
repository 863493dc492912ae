package parley.knowledge.answer;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.scoring.ScoringModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import parley.knowledge.FoundPassage;
import parley.knowledge.Passage;
import parley.knowledge.retrieval.SentenceContext;

/** Scores every excerpt of the passages found against the question. */
final class ExcerptScoring {

  private final ScoringModel model;

  ExcerptScoring(ScoringModel model) {
    this.model = model;
  }

  /** All excerpts but those that speak to the machine that reads them, best first. */
  List<ScoredExcerpt> score(List<FoundPassage> found, String question) {
    List<Excerpt> excerpts =
        found.stream().flatMap(passage -> Excerpt.telling(passage).stream()).toList();
    if (excerpts.isEmpty()) {
      return List.of();
    }
    List<TextSegment> segments =
        excerpts.stream().map(excerpt -> context(excerpt).toSegment()).toList();
    List<Double> scores = model.scoreAll(segments, question).content();
    List<ScoredExcerpt> scored = new ArrayList<>();
    for (int i = 0; i < excerpts.size(); i++) {
      scored.add(new ScoredExcerpt(excerpts.get(i), scores.get(i)));
    }
    scored.sort(Comparator.comparingDouble(ScoredExcerpt::score).reversed());
    return scored;
  }

  /** All excerpts of a passage, as they are scored for a question that it is not found by yet. */
  static List<SentenceContext> contexts(Passage passage) {
    return Excerpt.of(new FoundPassage(passage, 0, 0)).stream()
        .map(ExcerptScoring::context)
        .toList();
  }

  private static SentenceContext context(Excerpt excerpt) {
    Passage passage = excerpt.passage();
    return new SentenceContext(
        excerpt.text(),
        passage.source().title(),
        passage.section(),
        passage.text(),
        excerpt.found().similarity());
  }
}
