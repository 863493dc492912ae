package parley.knowledge;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import parley.knowledge.LanguageModel.Provider;

/** How each provider streams an answer, as it documents that. */
public enum Wire {
  OPENAI("/v1/chat/completions", "authorization", "Bearer secret", "text/event-stream") {
    @Override
    public String body(List<String> pieces) {
      String chunk =
          """
          data: {"id":"c1","object":"chat.completion.chunk","created":1767700000,"model":"m",\
          "choices":[{"index":0,"delta":%s,"finish_reason":%s}]}

          """;
      return chunk.formatted("{\"role\":\"assistant\",\"content\":\"\"}", "null")
          + each(pieces, piece -> chunk.formatted("{\"content\":" + json(piece) + "}", "null"))
          + chunk.formatted("{}", "\"stop\"")
          + """
          data: {"id":"c1","object":"chat.completion.chunk","created":1767700000,"model":"m",\
          "choices":[],"usage":{"prompt_tokens":700,"completion_tokens":30,"total_tokens":730}}

          data: [DONE]

          """;
    }
  },
  ANTHROPIC("/v1/messages", "x-api-key", "secret", "text/event-stream") {
    @Override
    public String body(List<String> pieces) {
      return """
      event: message_start
      data: {"type":"message_start","message":{"id":"m1","type":"message","role":"assistant",\
      "model":"m","content":[],"stop_reason":null,"usage":{"input_tokens":700,"output_tokens":1}}}

      event: content_block_start
      data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

      event: ping
      data: {"type":"ping"}

      """
          + each(
              pieces,
              piece ->
                  """
                  event: content_block_delta
                  data: {"type":"content_block_delta","index":0,\
                  "delta":{"type":"text_delta","text":%s}}

                  """
                      .formatted(json(piece)))
          + """
          event: content_block_stop
          data: {"type":"content_block_stop","index":0}

          event: message_delta
          data: {"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},\
          "usage":{"output_tokens":30}}

          event: message_stop
          data: {"type":"message_stop"}

          """;
    }
  },
  GEMINI(
      "/v1beta/models/m:streamGenerateContent", "x-goog-api-key", "secret", "text/event-stream") {
    @Override
    public String body(List<String> pieces) {
      return each(
              pieces,
              piece ->
                  """
                  data: {"candidates":[{"content":{"parts":[{"text":%s}],"role":"model"},"index":0}],\
                  "modelVersion":"m","responseId":"r1"}

                  """
                      .formatted(json(piece)))
          + """
          data: {"candidates":[{"content":{"parts":[{"text":""}],"role":"model"},\
          "finishReason":"STOP","index":0}],"usageMetadata":{"promptTokenCount":700,\
          "candidatesTokenCount":30,"totalTokenCount":730},"modelVersion":"m","responseId":"r1"}

          """;
    }
  },
  OLLAMA("/api/chat", "", "", "application/x-ndjson") {
    @Override
    public String body(List<String> pieces) {
      return each(
              pieces,
              piece ->
                  """
                  {"model":"m","created_at":"2026-01-06T10:00:00Z","message":{"role":"assistant",\
                  "content":%s},"done":false}
                  """
                      .formatted(json(piece)))
          + """
          {"model":"m","created_at":"2026-01-06T10:00:01Z","message":{"role":"assistant",\
          "content":""},"done":true,"done_reason":"stop","prompt_eval_count":700,"eval_count":30}
          """;
    }
  };

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String path;
  private final String header;
  private final String value;
  private final String contentType;

  Wire(String path, String header, String value, String contentType) {
    this.path = path;
    this.header = header;
    this.value = value;
    this.contentType = contentType;
  }

  public abstract String body(List<String> pieces);

  public LanguageModel at(WireMockServer server) {
    return new LanguageModel(
        Provider.valueOf(name()),
        "m",
        header.isEmpty() ? null : "secret",
        URI.create(server.baseUrl()));
  }

  /** Answers what is asked as the provider documents it, and nothing else. */
  public MappingBuilder answering(ResponseDefinitionBuilder response) {
    MappingBuilder asked = post(urlPathEqualTo(path));
    return (header.isEmpty() ? asked : asked.withHeader(header, equalTo(value)))
        .willReturn(response);
  }

  public static MappingBuilder anything(ResponseDefinitionBuilder response) {
    return any(anyUrl()).willReturn(response);
  }

  public ResponseDefinitionBuilder stream(String body) {
    return aResponse().withHeader("content-type", contentType).withBody(body);
  }

  /** A text in pieces of three characters. */
  public static List<String> pieces(String text) {
    return List.of(text.split("(?<=\\G.{3})"));
  }

  private static String each(List<String> pieces, Function<String, String> event) {
    return pieces.stream().map(event).collect(Collectors.joining());
  }

  private static String json(String text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
