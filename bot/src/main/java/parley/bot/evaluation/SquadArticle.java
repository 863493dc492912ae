package parley.bot.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import parley.knowledge.Question;

/**
 * An article of the Stanford Question Answering Dataset.
 *
 * @param title as the file has it, with underscores in place of spaces
 * @param paragraphs its paragraphs, each on one line
 * @see <a href="https://arxiv.org/abs/1806.03822">Rajpurkar, Jia and Liang 2018, SQuAD 2.0</a>
 */
record SquadArticle(String title, List<String> paragraphs) {

  /** Around an answer, so much of its paragraph tells it from the others. */
  private static final int AROUND = 40;

  SquadArticle {
    paragraphs = List.copyOf(paragraphs);
  }

  /** All questions of a file; the kind of each is its article. */
  static QuestionSet questions(JsonNode file) {
    List<ExpectedAnswer> questions = new ArrayList<>();
    List<SquadArticle> articles = new ArrayList<>();
    for (JsonNode article : file.path("data")) {
      String title = article.path("title").asText();
      List<String> paragraphs = new ArrayList<>();
      for (JsonNode paragraph : article.path("paragraphs")) {
        String context = paragraph.path("context").asText();
        paragraphs.add(oneLine(context));
        paragraph.path("qas").forEach(qa -> questions.add(question(qa, title, context)));
      }
      articles.add(new SquadArticle(title, paragraphs));
    }
    return new QuestionSet(questions, articles);
  }

  private static ExpectedAnswer question(JsonNode qa, String title, String context) {
    List<String> answers =
        answers(qa).map(answer -> answer.path("text").asText().toLowerCase(Locale.ROOT)).toList();
    List<String> supports = answers(qa).map(answer -> around(answer, context)).distinct().toList();
    return new ExpectedAnswer(
        qa.path("id").asText(),
        title,
        Question.of(qa.path("question").asText()),
        answers.isEmpty() ? List.of() : List.of(answers),
        supports);
  }

  private static Stream<JsonNode> answers(JsonNode qa) {
    return StreamSupport.stream(qa.path("answers").spliterator(), false);
  }

  private static String around(JsonNode answer, String context) {
    int start = answer.path("answer_start").asInt();
    int end = start + answer.path("text").asText().length();
    return oneLine(
        context.substring(Math.max(0, start - AROUND), Math.min(context.length(), end + AROUND)));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /**
   * Writes the article as a document to answer from.
   *
   * @param folder is there already
   */
  void write(Path folder) throws IOException {
    String name = title.replaceAll("[^\\p{L}\\p{N}_-]", "_");
    Files.writeString(
        folder.resolve(name + ".md"),
        "# " + title.replace('_', ' ') + "\n\n" + String.join("\n\n", paragraphs) + "\n");
  }
}
