package parley.bot;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.bot.chat.ChatSettings;
import parley.bot.chat.Json;
import parley.bot.web.WebSettings;
import parley.knowledge.KnowledgeBase;

/** A question that a language model answers, as figures and a collector of traces hear of it. */
class TelemetryTest {

  private static final String QUESTION = "Who leads the US delegation to Paris?";

  @TempDir static Path data;

  private static final WireMockServer collector = new WireMockServer(options().dynamicPort());

  private static String id;
  private static String figures;

  @BeforeAll
  static void askAndStop() throws IOException {
    collector.start();
    collector.stubFor(post(anyUrl()).willReturn(ok()));
    Telemetry telemetry =
        Telemetry.of(Settings.of(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", collector.baseUrl()), null));
    PacedModel model =
        new PacedModel(
            "Secretary of State Marco Rubio was at first to have led the US delegation to Paris"
                + " [1]. Elvis",
            " will sing [1].");
    model.goOn();
    KnowledgeBase knowledge =
        KnowledgeBase.builder()
            .data(data)
            .chatModel(model)
            .observations(telemetry.observations())
            .open();
    try (BotServer bot = BotServer.start(knowledge, settings(), telemetry)) {
      WebClient visitor = new WebClient(bot.port());
      id = visitor.ask(QUESTION).path("id").asText();
      figures = visitor.get("/metrics").body();
    }
  }

  private static ServerSettings settings() throws IOException {
    return new ServerSettings(
        data,
        Optional.empty(),
        "127.0.0.1",
        0,
        ChatSettings.DEFAULT,
        WebSettings.of(Map.of(), Json.MAPPER.readTree("{}")),
        Optional.empty(),
        Optional.empty());
  }

  @AfterAll
  static void stop() {
    collector.stop();
  }

  @Test
  void aQuestionIsOneTraceFromItsEventToItsReply() {
    Span question = named("question").get(0);

    assertThat(question.getParentSpanId().isEmpty()).isTrue();
    assertThat(question.getAttributesList())
        .extracting(each -> each.getKey() + "=" + each.getValue().getStringValue())
        .containsExactlyInAnyOrder("platform=web", "question=" + id);
    assertThat(spans()).extracting(Span::getTraceId).containsOnly(question.getTraceId());
    assertThat(named("queue")).extracting(Span::getParentSpanId).containsOnly(question.getSpanId());
    assertThat(named("delivery"))
        .extracting(Span::getParentSpanId)
        .containsOnly(question.getSpanId());
  }

  @Test
  void whatTheAnswerTookIsWithinIt() {
    assertThat(spans())
        .extracting(Span::getName)
        .contains("retrieval", "scoring", "model", "check");
    assertThat(named("check"))
        .extracting(Span::getParentSpanId)
        .containsOnly(named("model").get(0).getSpanId());
  }

  @Test
  void aStatementThatFellIsAnEventOfItsCheck() {
    assertThat(named("check"))
        .flatExtracting(Span::getEventsList)
        .extracting(Span.Event::getName)
        .containsExactly("dropped");
  }

  @Test
  void noTraceHoldsWhatIsAskedOrAnswered() {
    assertThat(requests()).isNotEmpty();
    assertThat(requests().toString()).doesNotContain("delegation", "Rubio", "Elvis");
  }

  @Test
  void itIsParleyThatTells() {
    assertThat(requests())
        .flatExtracting(ExportTraceServiceRequest::getResourceSpansList)
        .flatExtracting(spans -> spans.getResource().getAttributesList())
        .extracting(each -> each.getKey() + "=" + each.getValue().getStringValue())
        .contains("service.name=parley");
  }

  @Test
  void figuresTellOfEachStage() {
    assertThat(figures)
        .contains(
            "parley_stage_seconds_count{error=\"none\",stage=\"queue\"} 1",
            "parley_stage_seconds_count{error=\"none\",stage=\"model\"} 1",
            "parley_stage_seconds_count{error=\"none\",stage=\"check\"} 2",
            "parley_stage_dropped_total{stage=\"check\"} 1.0",
            "parley_tokens_total{direction=\"in\"} ",
            "parley_queue{queue=\"answering\"} ",
            "parley_documents 9.0");
  }

  private static List<Span> named(String name) {
    List<Span> named = spans().stream().filter(span -> span.getName().equals(name)).toList();
    assertThat(named).as(name).isNotEmpty();
    return named;
  }

  private static List<Span> spans() {
    return requests().stream()
        .flatMap(request -> request.getResourceSpansList().stream())
        .map(ResourceSpans::getScopeSpansList)
        .flatMap(List::stream)
        .flatMap(scope -> scope.getSpansList().stream())
        .toList();
  }

  private static List<ExportTraceServiceRequest> requests() {
    return collector.findAll(postRequestedFor(urlEqualTo("/v1/traces"))).stream()
        .map(request -> read(request.getBody()))
        .toList();
  }

  private static ExportTraceServiceRequest read(byte[] body) {
    try {
      return ExportTraceServiceRequest.parseFrom(body);
    } catch (InvalidProtocolBufferException e) {
      throw new UncheckedIOException(e);
    }
  }
}
