package parley.bot;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import parley.bot.chat.Json;

/** What stands in the folder {@code deploy}, as those read it for whom it is written. */
final class DeployFiles {

  private static final Path FOLDER = Path.of("..", "deploy");

  private DeployFiles() {}

  static Path path(String name) {
    return FOLDER.resolve(name);
  }

  static String text(String name) {
    try {
      return Files.readString(path(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The documents of a YAML text, with what is merged by {@code <<} in place. */
  static List<JsonNode> yaml(String text) {
    Iterable<Object> documents = new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text);
    return StreamSupport.stream(documents.spliterator(), false)
        .<JsonNode>map(Json.MAPPER::valueToTree)
        .filter(document -> !document.isNull())
        .toList();
  }
}
