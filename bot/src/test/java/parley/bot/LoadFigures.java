package parley.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.data.segment.TextSegment;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import parley.bot.chat.Json;
import parley.knowledge.index.EmbeddedModel;

/**
 * How many questions a second a bot in a process of its own answers over HTTP, with as many people
 * at once as there are processors, beside what the embedding model alone reaches. Not among the
 * tests that always run, since it is about the machine:
 *
 * <pre>{@code
 * mvn test -pl bot -am -Dtest=LoadFigures -Dsquad=FILE
 * }</pre>
 *
 * <p>The bot has read its passages ahead, and everything has been done {@value #WARMING} times
 * before. {@code squad} is a SQuAD 2.0 JSON file: its paragraphs are the documents, and none of its
 * questions is asked of the bot twice. Whoever asks, and the made-up Slack, share the machine with
 * the bot.
 */
@EnabledIfSystemProperty(named = "squad", matches = ".+")
class LoadFigures {

  private static final int WARMING = 1500;
  private static final int QUESTIONS = 1000;
  private static final int AT_ONCE = Runtime.getRuntime().availableProcessors();
  private static final Duration INDEXING = Duration.ofMinutes(15);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern CHANNEL = Pattern.compile("(?:^|&)channel=([^&]+)");

  @TempDir Path folder;

  private final List<String> questions = new ArrayList<>();
  private final Map<String, CountDownLatch> unanswered = new ConcurrentHashMap<>();
  private int asked;

  /** Something done with a question, which comes back when it is done. */
  @FunctionalInterface
  private interface Way {
    void go(String question) throws InterruptedException;
  }

  @Test
  void asManyAtOnceAsThereAreProcessors()
      throws IOException, InterruptedException, ExecutionException {
    Path documents = writeDocuments(Path.of(System.getProperty("squad")));
    try (MadeUpSlack slack = new MadeUpSlack();
        BotProcess bot = new BotProcess(folder, slack, documents)) {
      slack.server.addMockServiceRequestListener(
          (request, response) -> posted(request.getBodyAsString()));
      bot.start(Map.of(), INDEXING);
      WebClient web = new WebClient(bot.port());
      await()
          .atMost(INDEXING)
          .until(() -> web.get("/metrics").body().contains("\nparley_read_ahead 1.0"));
      SlackEvents events = new SlackEvents(bot.port(), SlackBotServer.SECRET);
      Way embedding = embedding();
      Way page = question -> web.ask(question);
      Way channel = question -> askInSlack(events, question);
      for (Way way : List.of(embedding, page, channel)) {
        aSecond(way, WARMING);
      }
      double bare = report("embeddings by the model alone", embedding, Double.NaN);
      report("answers by the web API", page, bare);
      report("answers in Slack", channel, bare);
    }
  }

  /** A file a paragraph; the questions come in a mixed order. */
  private Path writeDocuments(Path squad) throws IOException {
    Path documents = Files.createDirectory(folder.resolve("documents"));
    int number = 0;
    for (JsonNode article : Json.MAPPER.readTree(squad.toFile()).path("data")) {
      for (JsonNode paragraph : article.path("paragraphs")) {
        Files.writeString(
            documents.resolve("%06d.txt".formatted(number++)), paragraph.path("context").asText());
        paragraph.path("qas").forEach(asked -> questions.add(asked.path("question").asText()));
      }
    }
    Collections.shuffle(questions, new Random(1));
    return documents;
  }

  private Way embedding() {
    EmbeddedModel model = EmbeddedModel.load(null, folder.resolve("model"));
    model.loadNow();
    return question ->
        model.model().embedAll(List.of(TextSegment.from(model.queryPrefix() + question)));
  }

  /** In a channel of its own, since each takes a message a second only. */
  private void askInSlack(SlackEvents events, String question) throws InterruptedException {
    String ts = SlackEvents.newTs();
    String channel = "C" + ts.replace(".", "");
    CountDownLatch answer = new CountDownLatch(1);
    unanswered.put(channel, answer);
    String text = "<@" + MadeUpSlack.BOT + "> " + question;
    assertThat(events.send(SlackEvents.mention(channel, "U" + channel, text, ts))).isEqualTo(200);
    assertThat(answer.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(question).isTrue();
  }

  private void posted(String form) {
    Matcher channel = CHANNEL.matcher(form);
    if (form.contains("text=") && channel.find()) {
      CountDownLatch answer =
          unanswered.remove(URLDecoder.decode(channel.group(1), StandardCharsets.UTF_8));
      if (answer != null) {
        answer.countDown();
      }
    }
  }

  /** Prints how fast it went, and how it compares. */
  private double report(String what, Way way, double bare)
      throws InterruptedException, ExecutionException {
    long[] nanos = new long[QUESTIONS];
    double aSecond = aSecond(way, nanos);
    Arrays.sort(nanos);
    System.out.printf(
        "figures: %s, %d at once: %.0f a second%s; median %.1f ms, 95th percentile %.1f ms, 99th"
            + " %.1f ms%n",
        what,
        AT_ONCE,
        aSecond,
        Double.isNaN(bare) ? "" : " (%.0f%%)".formatted(100 * aSecond / bare),
        nanos[QUESTIONS / 2] / 1e6,
        nanos[QUESTIONS * 95 / 100] / 1e6,
        nanos[QUESTIONS * 99 / 100] / 1e6);
    return aSecond;
  }

  private void aSecond(Way way, int times) throws InterruptedException, ExecutionException {
    aSecond(way, new long[times]);
  }

  /** How often a second, with questions that nobody asked before. */
  private double aSecond(Way way, long[] nanos) throws InterruptedException, ExecutionException {
    ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
    try {
      long start = System.nanoTime();
      List<Future<Long>> times = new ArrayList<>();
      for (int i = 0; i < nanos.length; i++) {
        String question = questions.get(asked++ % questions.size());
        times.add(people.submit(() -> nanos(way, question)));
      }
      for (int i = 0; i < nanos.length; i++) {
        nanos[i] = times.get(i).get();
      }
      return nanos.length / ((System.nanoTime() - start) / 1e9);
    } finally {
      people.shutdownNow();
    }
  }

  private static long nanos(Way way, String question) throws InterruptedException {
    long start = System.nanoTime();
    way.go(question);
    return System.nanoTime() - start;
  }
}
