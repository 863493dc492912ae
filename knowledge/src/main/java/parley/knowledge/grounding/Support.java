package parley.knowledge.grounding;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import parley.knowledge.retrieval.LinearModel;

/**
 * The fitted model of support; {@code FitSupport} writes its resource.
 *
 * @param provenance what it was fitted on, and what it reached there
 * @param model gives the log odds that a statement is supported
 * @param threshold the probability from which it counts as supported
 */
record Support(Map<String, Object> provenance, LinearModel model, double threshold) {

  private static final String RESOURCE = "support-model.json";

  Support {
    provenance = Map.copyOf(provenance);
  }

  /** Read when the first statement comes. */
  private static final class Fitted {
    static final Support SUPPORT = load();
  }

  /** The one that goes with the product. */
  static Support fitted() {
    return Fitted.SUPPORT;
  }

  private static Support load() {
    try (InputStream in = Support.class.getResourceAsStream(RESOURCE)) {
      Support support =
          new ObjectMapper().readValue(Objects.requireNonNull(in, RESOURCE), Support.class);
      support.model.requiring(SupportFeature.keys());
      return support;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean holds(Comparison comparison) {
    return probability(comparison) >= threshold;
  }

  /** The probability that a statement is supported, as the model sees it. */
  double probability(Comparison comparison) {
    return LinearModel.probability(model.score(SupportFeature.of(comparison)));
  }
}
