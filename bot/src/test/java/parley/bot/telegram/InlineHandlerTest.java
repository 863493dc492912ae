package parley.bot.telegram;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.inlinequery.InlineQuery;
import parley.bot.chat.AnswerSource;
import parley.bot.chat.Chat;
import parley.bot.chat.ChatSettings;
import parley.bot.chat.Viewer;
import parley.bot.ledger.SqliteLedger;
import parley.knowledge.Answer;
import parley.knowledge.Finding;
import parley.knowledge.FoundPassage;
import parley.knowledge.Outcome;
import parley.knowledge.Question;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;

/** What is typed, where the answers are made up, so that they can be slow. */
class InlineHandlerTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private final WireMockServer telegram = new WireMockServer(options().dynamicPort());
  private final CountDownLatch gate = new CountDownLatch(1);
  private final List<String> looked = new CopyOnWriteArrayList<>();
  private SqliteLedger ledger;
  private Chat chat;
  private InlineHandler handler;

  @BeforeEach
  void start() {
    telegram.start();
    telegram.stubFor(any(anyUrl()).willReturn(okJson("{\"ok\":true,\"result\":true}")));
    TelegramSettings settings =
        TelegramSettings.of(
                Map.of("TELEGRAM_BOT_TOKEN", "7:A", "TELEGRAM_API_URL", telegram.baseUrl()),
                MissingNode.getInstance())
            .orElseThrow();
    TelegramApi api = TelegramApi.of(settings, Duration.ofMillis(5));
    ledger = SqliteLedger.open(folder.resolve("ledger.db"));
    chat = new Chat(new MadeUpAnswers(), ledger, ChatSettings.DEFAULT);
    BotIdentity self = new BotIdentity(7, "parley_bot");
    Replies replies =
        new Replies(
            api,
            new Messenger(api),
            new AskedMessages(),
            Viewer.at(null),
            Pseudonyms.in(folder).seal());
    handler =
        new InlineHandler(
            chat,
            api,
            new Askers(Pseudonyms.in(folder), chat.people(), self),
            new Asking(chat, replies, self),
            self,
            TelegramAudience.DEFAULT);
  }

  @AfterEach
  void stop() {
    gate.countDown();
    chat.close();
    ledger.close();
    telegram.stop();
  }

  @Test
  void isAnsweredWithNothingBeforeTwoSecondsAreOver() {
    long start = System.nanoTime();
    handler.handle(typed("q1", "slow question"));
    assertThat(answer("q1").path("results")).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    assertThat(answer("q1").path("cache_time").asInt()).isZero();
  }

  @Test
  void whatWasTypedBeforeIsNotLookedUpAnyMore() {
    handler.handle(typed("q1", "slow question"));
    await().until(() -> looked.contains("slow question"));
    handler.handle(typed("q2", "who"));
    handler.handle(typed("q3", "who leads"));
    gate.countDown();
    assertThat(answer("q3").path("results")).hasSize(1);
    assertThat(answer("q2").path("results")).isEmpty();
    assertThat(looked).containsExactly("slow question", "who leads");
  }

  @Test
  void whatWasFoundIsRemembered() {
    handler.handle(typed("q1", "who leads"));
    JsonNode first = answer("q1");
    handler.handle(typed("q2", "who  leads "));
    assertThat(answer("q2").path("results")).isEqualTo(first.path("results"));
    assertThat(first.path("cache_time").asInt()).isEqualTo(300);
    assertThat(looked).containsExactly("who leads");
  }

  private JsonNode answer(String query) {
    return await().until(() -> find(query), Optional::isPresent).orElseThrow();
  }

  private Optional<JsonNode> find(String query) {
    return telegram.findAll(postRequestedFor(urlPathMatching(".*/answerInlineQuery"))).stream()
        .map(request -> json(request.getBodyAsString()))
        .filter(body -> body.path("inline_query_id").asText().equals(query))
        .findFirst();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static InlineQuery typed(String id, String text) {
    return new InlineQuery(id, new User(5_000_001L, "Olena", false), text, "");
  }

  private final class MadeUpAnswers implements AnswerSource {

    @Override
    public Answer ask(Question question, List<String> documents) {
      looked.add(question.text());
      if (question.text().startsWith("slow")) {
        waitAtTheGate();
      }
      return Answered.answer(Outcome.NOT_IN_SOURCES, "They do not say.", "en");
    }

    private void waitAtTheGate() {
      try {
        gate.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public List<Finding> compare(Question text, int most) {
      return List.of();
    }

    @Override
    public List<FoundPassage> search(String query, int top, List<String> documents) {
      return List.of();
    }

    @Override
    public List<Source> sources() {
      return List.of();
    }

    @Override
    public Optional<SourceDocument> document(String id) {
      return Optional.empty();
    }
  }
}
