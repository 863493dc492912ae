package parley.knowledge.generation;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import parley.knowledge.LanguageModel;
import parley.knowledge.ModelLimits;

/**
 * Makes LangChain4j's model of a provider. Sampling is left to each provider: the newer models
 * refuse to be told a temperature.
 */
public final class StreamingModels {

  /** Thinking counts, where a model thinks; an answer alone has some 200. */
  private static final int MOST_TOKENS = 4_096;

  /** Ollama takes 4,096 tokens unless told otherwise, and drops the beginning of longer prompts. */
  private static final int OLLAMA_CONTEXT = 16_384;

  private static final URI OLLAMA = URI.create("http://localhost:11434");

  private StreamingModels() {}

  /** The model; nothing is asked of it yet. */
  public static StreamingChatModel of(LanguageModel model, ModelLimits limits) {
    HttpClientBuilder client = new LimitedHttpClientBuilder(limits.time());
    return switch (model.provider()) {
      case OPENAI -> openAi(model, limits.time(), client);
      case ANTHROPIC -> anthropic(model, limits.time(), client);
      case GEMINI -> gemini(model, limits.time(), client);
      case OLLAMA -> ollama(model, limits.time(), client);
    };
  }

  private static StreamingChatModel openAi(
      LanguageModel model, Duration time, HttpClientBuilder client) {
    URI address = model.address();
    var builder =
        OpenAiStreamingChatModel.builder()
            .httpClientBuilder(client)
            .timeout(time)
            .apiKey(model.key())
            .modelName(model.name());
    return address == null
        ? builder.maxCompletionTokens(MOST_TOKENS).build()
        // servers that speak like OpenAI know the older name
        : builder.baseUrl(address(address, "/v1")).maxTokens(MOST_TOKENS).build();
  }

  private static StreamingChatModel anthropic(
      LanguageModel model, Duration time, HttpClientBuilder client) {
    URI address = model.address();
    var builder =
        AnthropicStreamingChatModel.builder()
            .httpClientBuilder(client)
            .timeout(time)
            .apiKey(model.key())
            .modelName(model.name())
            .maxTokens(MOST_TOKENS)
            .cacheSystemMessages(true);
    return address == null ? builder.build() : builder.baseUrl(address(address, "/v1")).build();
  }

  private static StreamingChatModel gemini(
      LanguageModel model, Duration time, HttpClientBuilder client) {
    URI address = model.address();
    var builder =
        GoogleAiGeminiStreamingChatModel.builder()
            .httpClientBuilder(client)
            .timeout(time)
            .apiKey(model.key())
            .modelName(model.name())
            .maxOutputTokens(MOST_TOKENS);
    return address == null ? builder.build() : builder.baseUrl(address(address, "/v1beta")).build();
  }

  private static StreamingChatModel ollama(
      LanguageModel model, Duration time, HttpClientBuilder client) {
    return OllamaStreamingChatModel.builder()
        .httpClientBuilder(client)
        .timeout(time)
        .baseUrl(address(Objects.requireNonNullElse(model.address(), OLLAMA), ""))
        .modelName(model.name())
        .numPredict(MOST_TOKENS)
        .numCtx(OLLAMA_CONTEXT)
        .build();
  }

  /** Providers' own tools take an address with the version in its path and without. */
  private static String address(URI given, String version) {
    String address = given.toString().replaceAll("/+$", "");
    String path = Objects.requireNonNullElse(given.getPath(), "").replaceAll("/+$", "");
    return path.isEmpty() ? address + version : address;
  }
}
