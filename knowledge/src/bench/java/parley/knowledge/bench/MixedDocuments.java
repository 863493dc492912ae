package parley.knowledge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import parley.knowledge.document.Sentences;
import parley.knowledge.retrieval.FitData;
import parley.knowledge.retrieval.FitData.Article;
import parley.knowledge.retrieval.FitData.Asked;

/**
 * Documents of as many passages as are wanted, the same each time: the paragraphs of a SQuAD file,
 * and beyond those paragraphs made of their sentences, mixed.
 */
final class MixedDocuments {

  /** A million of them are then in 50,000 files, which is what a folder may hold. */
  private static final int PARAGRAPHS_A_DOCUMENT = 20;

  /** As many as a paragraph of SQuAD has. */
  private static final int SENTENCES_A_PARAGRAPH = 4;

  private final List<String> paragraphs;
  private final List<String> sentences;
  private final List<String> questions = new ArrayList<>();

  private MixedDocuments(List<Article> articles) {
    this.paragraphs = articles.stream().flatMap(article -> article.paragraphs().stream()).toList();
    this.sentences =
        paragraphs.stream()
            .flatMap(text -> Sentences.of(text).stream())
            .map(Sentences.Sentence::text)
            .distinct()
            .toList();
    articles.forEach(
        article -> article.questions().stream().map(Asked::text).forEach(questions::add));
    Collections.shuffle(questions, new Random(1));
  }

  /** Made of a SQuAD 2.0 JSON file. */
  static MixedDocuments of(Path squad) {
    return new MixedDocuments(FitData.squad(squad));
  }

  /** What can be asked of them, in a mixed order. */
  List<String> questions() {
    return questions;
  }

  /** The sentences that the paragraphs are made of. */
  List<String> sentences() {
    return sentences;
  }

  /** The paragraphs of the documents in turn. */
  List<List<String>> documents(int passages) {
    Random random = new Random(1);
    List<List<String>> documents = new ArrayList<>();
    for (int first = 0; first < passages; first += PARAGRAPHS_A_DOCUMENT) {
      List<String> document = new ArrayList<>();
      for (int i = first; i < Math.min(passages, first + PARAGRAPHS_A_DOCUMENT); i++) {
        document.add(i < paragraphs.size() ? paragraphs.get(i) : mixed(random));
      }
      documents.add(document);
    }
    return documents;
  }

  private String mixed(Random random) {
    List<String> mixed = new ArrayList<>();
    for (int i = 0; i < SENTENCES_A_PARAGRAPH; i++) {
      mixed.add(sentences.get(random.nextInt(sentences.size())));
    }
    return String.join(" ", mixed);
  }

  /** Writes each document into a text file. */
  void write(Path folder, int passages) throws IOException {
    Files.createDirectories(folder);
    int number = 0;
    for (List<String> document : documents(passages)) {
      Path file = folder.resolve("%06d.txt".formatted(number++));
      Files.writeString(file, String.join("\n\n", document) + "\n");
    }
  }
}
