package parley.knowledge.generation;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import parley.knowledge.LanguageModel;
import parley.knowledge.LanguageModel.Provider;
import parley.knowledge.ModelLimits;
import parley.knowledge.TokenUse;

/** Whatever a provider streams: at its end there is a text, or a fault that names what it was. */
class ModelStreamFuzzTest {

  /**
   * Far more than a stream takes that ends: the first one waits until Jazzer has instrumented the
   * client's classes, which took 10 s and more.
   */
  private static final Duration TIME = Duration.ofMinutes(1);

  private static final Map<Provider, StreamingChatModel> MODELS = new EnumMap<>(Provider.class);
  private static HttpServer server;
  private static volatile byte[] streamed = {};

  @BeforeAll
  static void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", ModelStreamFuzzTest::stream);
    server.start();
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    ModelLimits limits = new ModelLimits(TIME, 0, 0);
    for (Provider provider : Provider.values()) {
      LanguageModel model = new LanguageModel(provider, "m", "secret", address);
      MODELS.put(provider, StreamingModels.of(model, limits));
    }
  }

  private static void stream(HttpExchange exchange) throws IOException {
    byte[] body = streamed;
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().add("content-type", "text/event-stream");
    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  @FuzzTest
  void openAi(byte[] bytes) {
    assertWrittenOrAtFault(Provider.OPENAI, bytes);
  }

  @FuzzTest
  void anthropic(byte[] bytes) {
    assertWrittenOrAtFault(Provider.ANTHROPIC, bytes);
  }

  @FuzzTest
  void gemini(byte[] bytes) {
    assertWrittenOrAtFault(Provider.GEMINI, bytes);
  }

  @FuzzTest
  void ollama(byte[] bytes) {
    assertWrittenOrAtFault(Provider.OLLAMA, bytes);
  }

  private static void assertWrittenOrAtFault(Provider provider, byte[] bytes) {
    BugDetectors.allowNetworkConnections((host, port) -> host.equals("localhost"));
    streamed = bytes;
    List<TokenUse> spent = new ArrayList<>();
    WholeText text = new WholeText();
    try {
      new ModelCall(List.of(UserMessage.from("Who?")), Deadline.in(TIME), spent::add)
          .run(MODELS.get(provider), text);
      assertThat(spent).hasSize(1);
    } catch (ModelFault fault) {
      assertThat(fault.kind()).isNotEqualTo(ModelFault.Kind.LATE);
    }
    assertThat(text.toString().length()).isLessThanOrEqualTo(ModelCall.MOST_CHARACTERS);
    assertThat(spent).allMatch(use -> use.in() >= 0 && use.out() >= 0);
  }
}
