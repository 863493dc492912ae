package parley.knowledge.retrieval;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import parley.knowledge.KnowledgeBase;
import parley.knowledge.Question;
import parley.knowledge.index.EmbeddedModel;
import parley.knowledge.retrieval.FitData.Article;
import parley.knowledge.retrieval.FitData.Asked;

/**
 * Measures how long it takes to index, to open, to search and to answer, as ratios: to the bare
 * embedding of the question, which nothing can beat, and to LangChain4j's Easy RAG with the same
 * embedding model. Each question is new, and goes through all ways one after the other, in an order
 * that turns.
 *
 * <p>Takes the path of a SQuAD 2.0 JSON file, whose paragraphs are a document each, an empty
 * folder, and how many documents: beyond those there are, more are made of their sentences, mixed.
 */
public final class MeasureSpeed {

  private static final int WARMING = 100;
  private static final int QUESTIONS = 300;
  private static final int FOUND = 10;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Path folder;
  private final List<Article> articles;
  private final List<String> questions = new ArrayList<>();
  private final EmbeddedModel embedded;

  private MeasureSpeed(Path folder, List<Article> articles) {
    this.folder = folder;
    this.articles = articles;
    this.embedded = EmbeddedModel.load(null, folder.resolve("model"));
    articles.forEach(
        article -> article.questions().stream().map(Asked::text).forEach(questions::add));
    Collections.shuffle(questions, new Random(1));
  }

  public static void main(String[] arguments)
      throws IOException, ExecutionException, InterruptedException {
    List<Article> articles = FitData.squad(Path.of(arguments[0]));
    new MeasureSpeed(Path.of(arguments[1]), articles).print(Integer.parseInt(arguments[2]));
  }

  private void print(int documents) throws IOException, ExecutionException, InterruptedException {
    embedded.loadNow();
    List<String> texts = texts(documents);
    Path source = Files.createDirectories(folder.resolve("documents"));
    for (int i = 0; i < texts.size(); i++) {
      Files.writeString(source.resolve("%06d.txt".formatted(i)), texts.get(i));
    }
    long start = System.nanoTime();
    EasyRag easyRag = new EasyRag(texts, embedded.model(), FOUND);
    double easy = (System.nanoTime() - start) / 1e9;
    double indexing = seconds(() -> open(source).close());
    double opening = seconds(() -> open(source).close());
    out.printf(
        "%d documents: indexed in %.1f s, by Easy RAG in %.1f s (%.2f times as fast); opened again in"
            + " %.2f s (%.0f times as fast)%n",
        texts.size(), indexing, easy, easy / indexing, opening, indexing / opening);
    try (KnowledgeBase knowledge = open(source)) {
      measure(
          List.of(
              new Way("bare embedding of the question", this::embed),
              new Way("Easy RAG's search", easyRag::find),
              new Way("search", question -> knowledge.search(question, FOUND)),
              new Way("answer", question -> knowledge.quote(Question.of(question)))));
      together(knowledge);
    }
  }

  private KnowledgeBase open(Path source) {
    return KnowledgeBase.builder()
        .documents(List.of(source))
        .data(folder.resolve("data"))
        .unpacked(folder.resolve("model"))
        .open();
  }

  /** Something done with a question. */
  private record Way(String name, Consumer<String> work, double[] millis) {
    Way(String name, Consumer<String> work) {
      this(name, work, new double[QUESTIONS]);
    }
  }

  private void measure(List<Way> ways) {
    for (int i = 0; i < WARMING + QUESTIONS; i++) {
      for (int turn = 0; turn < ways.size(); turn++) {
        Way way = ways.get((i + turn) % ways.size());
        // of another white space, so that nothing is known of the question from the way before
        String question = questions.get(i) + " ".repeat((i + turn) % ways.size());
        double millis = seconds(() -> way.work().accept(question)) * 1_000;
        if (i >= WARMING) {
          way.millis()[i - WARMING] = millis;
        }
      }
    }
    ways.forEach(way -> Arrays.sort(way.millis()));
    double bare = at(ways.get(0), 50);
    out.println("| | median | times the bare embedding | 95th percentile | 99th |");
    out.println("|---|---|---|---|---|");
    for (Way way : ways) {
      out.printf(
          "| %s | %.1f ms | %.2f | %.1f ms | %.1f ms |%n",
          way.name(), at(way, 50), at(way, 50) / bare, at(way, 95), at(way, 99));
    }
  }

  private static double at(Way way, int percent) {
    return way.millis()[QUESTIONS * percent / 100];
  }

  /** As many threads as processors. */
  private void together(KnowledgeBase knowledge) throws ExecutionException, InterruptedException {
    double bare = aSecond(this::embed, "?");
    double answers = aSecond(question -> knowledge.quote(Question.of(question)), "??");
    out.printf(
        "all processors at work: %.0f embeddings of a question a second, %.0f answers (%.0f%%)%n",
        bare, answers, 100 * answers / bare);
  }

  private double aSecond(Consumer<String> work, String ending)
      throws ExecutionException, InterruptedException {
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      long start = System.nanoTime();
      List<Future<?>> asked = new ArrayList<>();
      for (String question : questions.subList(WARMING, WARMING + QUESTIONS)) {
        asked.add(threads.submit(() -> work.accept(question + ending)));
      }
      for (Future<?> each : asked) {
        each.get();
      }
      return QUESTIONS / ((System.nanoTime() - start) / 1e9);
    } finally {
      threads.shutdownNow();
    }
  }

  private void embed(String question) {
    EmbeddingModel model = embedded.model();
    model.embedAll(List.of(TextSegment.from(embedded.queryPrefix() + question)));
  }

  private List<String> texts(int most) {
    List<String> paragraphs =
        articles.stream().flatMap(article -> article.paragraphs().stream()).toList();
    List<String> texts = new ArrayList<>(paragraphs.subList(0, Math.min(most, paragraphs.size())));
    Random random = new Random(1);
    List<String> sentences =
        paragraphs.stream().flatMap(text -> Arrays.stream(text.split("(?<=\\.) "))).toList();
    while (texts.size() < most) {
      List<String> mixed = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        mixed.add(sentences.get(random.nextInt(sentences.size())));
      }
      texts.add(String.join(" ", mixed));
    }
    return texts;
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }
}
