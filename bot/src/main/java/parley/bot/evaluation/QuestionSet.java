package parley.bot.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import parley.knowledge.Question;

/** Questions, at least one, with what a right answer to each holds. Immutable. */
public final class QuestionSet {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<ExpectedAnswer> questions;
  private final List<SquadArticle> articles;

  /**
   * A set.
   *
   * @param questions in the file's order
   * @param articles that they are about, where the file holds these
   */
  QuestionSet(List<ExpectedAnswer> questions, List<SquadArticle> articles) {
    this.questions = List.copyOf(questions);
    this.articles = List.copyOf(articles);
  }

  /**
   * Reads a file.
   *
   * @param file JSON lines with id, kind, question, history, answers and supports; or SQuAD's JSON,
   *     version 1.1 or 2.0
   * @param question reads the question of a line
   * @throws IllegalArgumentException if the file cannot be read, holds nothing or an id twice; says
   *     in which line
   */
  public static QuestionSet read(Path file, Function<JsonNode, Question> question) {
    try {
      JsonNode first = firstValue(file);
      QuestionSet set =
          first.path("data").isArray() ? SquadArticle.questions(first) : lines(file, question);
      check(set, file);
      return set;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          file + " cannot be read: name a file of JSON lines, or in SQuAD's format", e);
    }
  }

  List<ExpectedAnswer> questions() {
    return questions;
  }

  /** Whether the file holds the documents that its questions are about, as SQuAD's do. */
  public boolean hasDocuments() {
    return !articles.isEmpty();
  }

  /**
   * Writes these documents.
   *
   * @param folder made if it is not there
   */
  public void writeDocuments(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (SquadArticle article : articles) {
      article.write(folder);
    }
  }

  /** The first JSON value of the file, which of SQuAD's files is all there is. */
  private static JsonNode firstValue(Path file) throws IOException {
    try (var reader = Files.newBufferedReader(file)) {
      return JSON.readTree(reader);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          file + " begins with no JSON (" + e.getOriginalMessage() + "): see README's example", e);
    }
  }

  private static QuestionSet lines(Path file, Function<JsonNode, Question> question)
      throws IOException {
    List<ExpectedAnswer> questions = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (!line.isBlank()) {
        questions.add(line(line, file + ":" + number, question));
      }
    }
    return new QuestionSet(questions, List.of());
  }

  private static ExpectedAnswer line(
      String line, String where, Function<JsonNode, Question> question) {
    try {
      JsonNode json = JSON.readTree(line);
      if (!json.path("id").isValueNode() || !json.path("question").isTextual()) {
        throw new IllegalArgumentException(where + " lacks an id or a question: give it both");
      }
      return ExpectedAnswer.of(json, question.apply(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          where + " is no JSON: " + e.getOriginalMessage() + "; mend or delete the line", e);
    }
  }

  private static void check(QuestionSet set, Path file) {
    if (set.questions.isEmpty()) {
      throw new IllegalArgumentException(file + " holds no question: give it at least one");
    }
    Set<String> ids = new HashSet<>();
    for (ExpectedAnswer each : set.questions) {
      if (!ids.add(each.id())) {
        throw new IllegalArgumentException(
            file + " has the id '" + each.id() + "' twice: give each question its own");
      }
    }
  }
}
