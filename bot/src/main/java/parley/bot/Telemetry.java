package parley.bot;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler.IgnoredMeters;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bot.chat.Instruments;

/** What a running bot tells of itself: figures, and traces where a collector is named. */
final class Telemetry implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Telemetry.class);

  private final PrometheusMeterRegistry figures =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final ObservationRegistry observations = ObservationRegistry.create();
  private final @Nullable OpenTelemetrySdk traces;

  private Telemetry(@Nullable OpenTelemetrySdk traces) {
    this.traces = traces;
    // shown from the beginning, so that nothing dropped can be told from nobody watching
    Counter.builder("parley.stage.dropped")
        .description("Statements of a language model that no passage bears out")
        .tag("stage", "check")
        .register(figures);
    observations
        .observationConfig()
        .observationHandler(
            new DefaultMeterObservationHandler(figures, IgnoredMeters.LONG_TASK_TIMER));
    if (traces != null) {
      observations
          .observationConfig()
          .observationHandler(
              new DefaultTracingObservationHandler(
                  new OtelTracer(
                      traces.getTracer("parley"), new OtelCurrentTraceContext(), event -> {})));
    }
  }

  /** Figures alone. */
  static Telemetry withoutTraces() {
    return new Telemetry(null);
  }

  /**
   * With traces where a collector is named; what OpenTelemetry's own variables of the environment
   * say of these, such as {@code OTEL_TRACES_SAMPLER}, holds.
   */
  static Telemetry of(Settings settings) {
    Optional<String> collector = settings.get(Setting.OTEL_EXPORTER_OTLP_ENDPOINT);
    collector.ifPresent(address -> log.info("traces are sent to a collector"));
    return collector
        .map(address -> new Telemetry(traces(address)))
        .orElseGet(Telemetry::withoutTraces);
  }

  private static OpenTelemetrySdk traces(String collector) {
    return AutoConfiguredOpenTelemetrySdk.builder()
        .disableShutdownHook()
        .addPropertiesSupplier(
            () ->
                Map.of(
                    "otel.service.name",
                    "parley",
                    "otel.exporter.otlp.endpoint",
                    collector,
                    "otel.exporter.otlp.protocol",
                    "http/protobuf",
                    "otel.metrics.exporter",
                    "none",
                    "otel.logs.exporter",
                    "none"))
        .build()
        .getOpenTelemetrySdk();
  }

  PrometheusMeterRegistry figures() {
    return figures;
  }

  ObservationRegistry observations() {
    return observations;
  }

  Instruments instruments() {
    return new Instruments(figures, observations);
  }

  /** Sends what traces are left. */
  @Override
  public void close() {
    if (traces != null) {
      traces.close();
    }
  }
}
