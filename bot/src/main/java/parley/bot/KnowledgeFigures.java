package parley.bot;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import parley.knowledge.KnowledgeBase;

/** Shows how much is answered from, and whether it is up to date. */
final class KnowledgeFigures {

  private KnowledgeFigures() {}

  /** Each figure is asked for when somebody looks at it. */
  static void show(KnowledgeBase knowledge, MeterRegistry registry) {
    Gauge.builder("parley.documents", knowledge, all -> all.sources().size())
        .description("Documents that are answered from")
        .register(registry);
    Gauge.builder("parley.read.ahead", knowledge, all -> all.isReadAhead() ? 1 : 0)
        .description("1 once answers come as fast as they ever will, 0 while passages are read")
        .register(registry);
    TimeGauge.builder("parley.index.age", knowledge, TimeUnit.MILLISECONDS, KnowledgeFigures::age)
        .description("How long ago the documents were last looked at without a failure")
        .register(registry);
  }

  private static double age(KnowledgeBase knowledge) {
    return knowledge.age().map(Duration::toMillis).orElse(0L);
  }
}
