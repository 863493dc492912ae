package parley.knowledge.generation;

import dev.langchain4j.model.input.PromptTemplate;
import parley.knowledge.resource.Resources;

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
    text = Resources.text(PromptFile.class, name);
  }

  String text() {
    return text;
  }

  PromptTemplate template() {
    return PromptTemplate.from(text);
  }
}
