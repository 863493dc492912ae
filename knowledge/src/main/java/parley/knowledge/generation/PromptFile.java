package parley.knowledge.generation;

import dev.langchain4j.model.input.PromptTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The prompts, each a resource file beside this class. */
enum PromptFile {
  /** How to answer, and what passages are. */
  INSTRUCTIONS("instructions.txt"),
  /** Makes a follow-up stand alone. */
  CONDENSE("condense.txt"),
  /** Puts a question into English. */
  ENGLISH("english.txt"),
  /** Puts statements into the asker's language. */
  TRANSLATE("translate.txt"),
  /** Asks which statements their passages do not bear out. */
  SECOND_LOOK("second-look.txt");

  private final String text;

  PromptFile(String name) {
    try (InputStream in = PromptFile.class.getResourceAsStream(name)) {
      text =
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8)
              .strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text() {
    return text;
  }

  PromptTemplate template() {
    return PromptTemplate.from(text);
  }
}
