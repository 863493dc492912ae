package parley.knowledge.generation;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.injector.ContentInjector;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.knowledge.Passage;
import parley.knowledge.Source;
import parley.knowledge.retrieval.PassageContent;

/**
 * Sets the passages before the question, numbered from 1, each between lines with a key that
 * whoever wrote the documents cannot have known.
 */
record PassageInjector(String key) implements ContentInjector {

  @Override
  public ChatMessage inject(List<Content> contents, ChatMessage question) {
    List<Passage> passages =
        contents.stream().map(content -> PassageContent.passage(content).passage()).toList();
    return UserMessage.from(
        text(passages) + "\n\nThe question:\n" + ((UserMessage) question).singleText());
  }

  /** The passages as the model sees them. */
  String text(List<Passage> passages) {
    StringBuilder text = new StringBuilder("The key is " + key + ".\n");
    for (int i = 0; i < passages.size(); i++) {
      text.append("\n").append(block(i + 1, passages.get(i)));
    }
    return text.toString();
  }

  private String block(int number, Passage passage) {
    return block("passage [" + number + "]", passage);
  }

  private String block(String name, Passage passage) {
    String mark = "--- " + key + ": " + name + " ";
    return mark
        + "begins: "
        + about(passage)
        + " ---\n"
        + passage.text()
        + "\n"
        + mark
        + "ends ---\n";
  }

  /** A statement with the passages that it cites. */
  String statement(int number, Draft.Line line) {
    String passages =
        line.supporting().stream()
            .map(cited -> block("a passage of statement " + number, cited.passage()))
            .collect(Collectors.joining());
    return "\n--- " + key + ": statement " + number + " ---\n" + line.text() + "\n" + passages;
  }

  private static String about(Passage passage) {
    Source source = passage.source();
    return Stream.of(source.title(), passage.section(), source.publisher(), source.date())
        .map(part -> part == null ? "" : part.toString().replaceAll("\\s+", " "))
        .filter(part -> !part.isEmpty())
        .reduce((before, part) -> before + " | " + part)
        .orElse("");
  }
}
