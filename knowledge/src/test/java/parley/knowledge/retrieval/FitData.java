package parley.knowledge.retrieval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import parley.knowledge.document.DocumentFile;

/** Documents with questions whose right sentences are known. */
public final class FitData {

  private static final int PARTS = 4;
  private static final int MOST_PARAGRAPHS = 6;

  private static final ObjectMapper JSON = new ObjectMapper();

  private FitData() {}

  /**
   * A document and its questions.
   *
   * @param number counts the documents of its kind from 0
   * @param report whether it is one of our own reports, or else an article of SQuAD
   */
  public record Article(
      int number, boolean report, String title, List<String> paragraphs, List<Asked> questions) {

    /** Whether it is more than what {@link #parts} makes of one. */
    boolean isWhole() {
      return paragraphs.size() > MOST_PARAGRAPHS;
    }

    /** The article as a text file. */
    DocumentFile file() {
      String text = "---\ntitle: \"" + title + "\"\n---\n" + String.join("\n\n", paragraphs) + "\n";
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      String id = Integer.toString(number);
      return new DocumentFile(id, id + ".txt", () -> new ByteArrayInputStream(bytes));
    }
  }

  /** Parts of a report: a few paragraphs each, since people also ask of a single short text. */
  static List<Article> parts(Article report) {
    Random random = new Random(report.number());
    List<Article> parts = new ArrayList<>();
    for (int i = 0; i < PARTS; i++) {
      List<Integer> kept =
          random
              .ints(0, report.paragraphs().size())
              .distinct()
              .limit(1 + random.nextInt(MOST_PARAGRAPHS))
              .sorted()
              .boxed()
              .toList();
      parts.add(part(report, kept, random));
    }
    return parts;
  }

  private static Article part(Article report, List<Integer> kept, Random random) {
    List<Asked> answered = new ArrayList<>();
    List<Asked> others = new ArrayList<>();
    for (Asked asked : report.questions()) {
      List<Place> right =
          asked.right().stream()
              .filter(place -> kept.contains(place.paragraph()))
              .map(place -> new Place(kept.indexOf(place.paragraph()), place.start(), place.end()))
              .toList();
      String kind = asked.answerable() && right.isEmpty() ? "near" : asked.kind();
      (right.isEmpty() ? others : answered).add(new Asked(asked.text(), kind, right));
    }
    Collections.shuffle(others, random);
    answered.addAll(others.subList(0, Math.min(others.size(), answered.size() + 1)));
    return new Article(
        report.number(),
        true,
        report.title(),
        kept.stream().map(report.paragraphs()::get).toList(),
        answered);
  }

  /**
   * A question.
   *
   * @param kind of what sort it is
   * @param right where the answer stands; empty if the article does not answer
   */
  public record Asked(String text, String kind, List<Place> right) {
    boolean answerable() {
      return !right.isEmpty();
    }
  }

  /** A run of an article's paragraph, counted from 0. */
  public record Place(int paragraph, int start, int end) {}

  /** The reports that were written for the fit, from a folder of JSON files. */
  public static List<Article> reports(Path folder) throws IOException {
    List<Article> articles = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        articles.add(report(articles.size(), JSON.readTree(file.toFile())));
      }
    }
    return articles;
  }

  private static Article report(int number, JsonNode json) {
    List<String> paragraphs = new ArrayList<>();
    json.get("paragraphs").forEach(p -> paragraphs.add(singleSpaced(p.asText())));
    List<Asked> questions = new ArrayList<>();
    for (JsonNode asked : json.get("questions")) {
      List<Place> right = new ArrayList<>();
      asked
          .path("support")
          .forEach(run -> right.addAll(places(singleSpaced(run.asText()), paragraphs)));
      questions.add(new Asked(asked.get("question").asText(), asked.get("kind").asText(), right));
    }
    String title = json.get("title").asText().replace('"', '\'');
    return new Article(number, true, title, paragraphs, questions);
  }

  private static List<Place> places(String run, List<String> paragraphs) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < paragraphs.size(); i++) {
      int start = paragraphs.get(i).indexOf(run);
      if (start >= 0) {
        places.add(new Place(i, start, start + run.length()));
      }
    }
    return places;
  }

  /** SQuAD 2.0 (Rajpurkar, Jia, Liang 2018; CC BY-SA 4.0), of it what its articles answer. */
  public static List<Article> squad(Path json) {
    List<Article> articles = new ArrayList<>();
    try {
      for (JsonNode article : JSON.readTree(json.toFile()).get("data")) {
        articles.add(squadArticle(articles.size(), article));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return articles;
  }

  private static Article squadArticle(int number, JsonNode article) {
    List<String> paragraphs = new ArrayList<>();
    List<Asked> questions = new ArrayList<>();
    for (JsonNode paragraph : article.get("paragraphs")) {
      String context = paragraph.get("context").asText();
      int place = paragraphs.size();
      paragraphs.add(singleSpaced(context));
      for (JsonNode asked : paragraph.get("qas")) {
        List<Place> right =
            asked.get("answers").findValues("answer_start").stream()
                .map(start -> singleSpaced(context.substring(0, start.asInt()) + "|").length() - 1)
                .map(start -> new Place(place, start, start + 1))
                .toList();
        if (!right.isEmpty()) {
          questions.add(new Asked(asked.get("question").asText().strip(), "squad", right));
        }
      }
    }
    String title = article.get("title").asText().replace('_', ' ');
    return new Article(number, false, title, paragraphs, questions);
  }

  private static String singleSpaced(String text) {
    return text.replaceAll("[\\s\\p{Z}]+", " ").strip();
  }
}
