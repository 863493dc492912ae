package parley.bot.telegram;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;

class TelegramApiTest {

  private static final String TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";
  private static final String GET_ME = "/bot" + TOKEN + "/getMe";
  private static final String TYPING = "/bot" + TOKEN + "/sendChatAction";

  private final WireMockServer telegram = new WireMockServer(options().dynamicPort());
  private TelegramApi api;

  @BeforeEach
  void start() {
    telegram.start();
    api = TelegramApi.of(settings(telegram.baseUrl()), Duration.ofMillis(5));
  }

  @AfterEach
  void stop() {
    telegram.stop();
  }

  @Test
  void givesTheResult() {
    always(okJson("{\"ok\":true,\"result\":{\"id\":7,\"is_bot\":true,\"username\":\"p_bot\"}}"));
    assertThat(BotIdentity.of(get(api.call(new GetMe())))).isEqualTo(new BotIdentity(7, "p_bot"));
  }

  @Test
  void sendsMethodsUnderTheirDocumentedNamesAndKeys() {
    telegram.stubFor(
        post(urlEqualTo("/bot" + TOKEN + "/sendMessage")).willReturn(okJson("{\"ok\":true}")));
    get(
        api.callInTurn(
            5, SendMessage.builder().chatId(5L).text("<b>").parseMode("HTML").build(), () -> {}));
    String body =
        telegram
            .findAll(postRequestedFor(urlEqualTo("/bot" + TOKEN + "/sendMessage")))
            .get(0)
            .getBodyAsString();
    assertThat(body)
        .contains("\"chat_id\":\"5\"", "\"text\":\"<b>\"", "\"parse_mode\":\"HTML\"")
        .doesNotContain("null");
  }

  @Test
  void givesUpAfterEightTries() {
    always(aResponse().withStatus(500).withBody("oh no"));
    assertThatThrownBy(() -> get(api.call(new GetMe()))).hasMessage("getMe failed: 500");
    assertThat(calls(GET_ME)).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource({
    "400,Bad Request: chat not found",
    "401,Unauthorized",
    "403,Forbidden: bot was blocked"
  })
  void doesNotTryAgainWhatCannotSucceed(int status, String description) {
    always(
        aResponse()
            .withStatus(status)
            .withBody(
                "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"}"
                    .formatted(status, description)));
    assertThatThrownBy(() -> get(api.call(new GetMe())))
        .isInstanceOf(TelegramFault.class)
        .hasMessage("getMe failed: " + status + " " + description);
    assertThat(calls(GET_ME)).isEqualTo(1);
  }

  /** Some proxies answer every question with 200. */
  @Test
  void anErrorWithinAnAnswerIsOne() {
    always(okJson("{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: no\"}"));
    assertThatThrownBy(() -> get(api.call(new GetMe())))
        .hasMessage("getMe failed: 400 Bad Request: no");
  }

  @Test
  void anAnswerThatCannotBeReadIsMissing() {
    always(aResponse().withStatus(200).withBody("<html>"));
    assertThat(get(api.call(new GetMe()))).isEqualTo(MissingNode.getInstance());
    assertThat(calls(GET_ME)).isEqualTo(1);
  }

  @Test
  void theTokenIsInNoFaultNotEvenWhereTheServerRepeatsIt() {
    always(
        aResponse()
            .withStatus(404)
            .withBody("{\"ok\":false,\"description\":\"Cannot POST " + GET_ME + "\"}"));
    assertThatThrownBy(() -> get(api.call(new GetMe())))
        .hasMessage("getMe failed: 404 Cannot POST /bot(token)/getMe");
    always(aResponse().withFault(Fault.EMPTY_RESPONSE));
    assertThatThrownBy(() -> get(api.callOnce(new GetMe())))
        .hasMessageMatching("getMe failed: no answer \\(\\w+\\)")
        .hasNoCause();
    TelegramApi nowhere = TelegramApi.of(settings("http://127.0.0.1:1"), Duration.ofMillis(1));
    assertThatThrownBy(() -> get(nowhere.callOnce(new GetMe())))
        .hasMessage("getMe failed: no answer (ConnectException)")
        .hasNoCause();
  }

  @Test
  void typingIsRenewedUntilItIsEnded() {
    telegram.stubFor(post(urlEqualTo(TYPING)).willReturn(aResponse().withStatus(500)));
    long start = System.nanoTime();
    Typing typing = Typing.begin(api, new Spot(5, 17));
    await().atMost(Duration.ofMinutes(1)).until(() -> calls(TYPING) >= 2);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(4));
    typing.end();
    int calls = calls(TYPING);
    await()
        .during(Duration.ofSeconds(5))
        .atMost(Duration.ofMinutes(1))
        .until(() -> calls(TYPING) <= calls + 1); // one may have been on its way
    assertThat(telegram.findAll(postRequestedFor(urlEqualTo(TYPING))).get(0).getBodyAsString())
        .contains("\"action\":\"typing\"", "\"message_thread_id\":17");
  }

  private void always(ResponseDefinitionBuilder answer) {
    telegram.stubFor(post(urlEqualTo(GET_ME)).willReturn(answer));
  }

  private int calls(String path) {
    return telegram.findAll(postRequestedFor(urlEqualTo(path))).size();
  }

  private static JsonNode get(CompletionStage<JsonNode> call) {
    try {
      return call.toCompletableFuture().join();
    } catch (CompletionException e) {
      throw sneaky(e.getCause());
    }
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> RuntimeException sneaky(Throwable cause) throws E {
    throw (E) cause;
  }

  private static TelegramSettings settings(String url) {
    return TelegramSettings.of(
            Map.of("TELEGRAM_BOT_TOKEN", TOKEN, "TELEGRAM_API_URL", url), MissingNode.getInstance())
        .orElseThrow();
  }
}
