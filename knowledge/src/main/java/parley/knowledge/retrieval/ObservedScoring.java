package parley.knowledge.retrieval;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.scoring.ScoringModel;
import java.util.List;
import parley.knowledge.observation.Stage;
import parley.knowledge.observation.Stages;

/** A scoring model whose time is told. Thread-safe if the model is. */
public record ObservedScoring(ScoringModel model, Stages stages) implements ScoringModel {

  @Override
  public Response<List<Double>> scoreAll(List<TextSegment> segments, String query) {
    return stages.through(Stage.SCORING, () -> model.scoreAll(segments, query));
  }
}
