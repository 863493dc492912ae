package parley.knowledge.generation;

import dev.langchain4j.model.chat.ChatModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the model put lines into another language, and keeps those that have not changed visibly. */
final class Translation {

  private static final Logger log = LoggerFactory.getLogger(Translation.class);

  private static final Pattern LINE = Pattern.compile("\\s*(\\d{1,2})\\s*[.):]\\s*(\\S.*)");

  private final ChatModel model;
  private final TranslationCheck check;

  Translation(ChatModel model, TranslationCheck check) {
    this.model = model;
    this.check = check;
  }

  /**
   * The lines in another language; a line that the check does not pass, or all of them if the model
   * fails, as they were.
   *
   * @param language an ISO 639-1 code
   */
  List<String> of(List<String> lines, String language) {
    try {
      return checked(lines, translated(lines, language));
    } catch (ModelFault fault) {
      log.warn("an answer was not translated: {}", fault.getMessage());
      return lines;
    }
  }

  private List<String> translated(List<String> lines, String language) {
    StringBuilder numbered = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      numbered.append(i + 1).append(". ").append(lines.get(i).replace("\n", " // ")).append('\n');
    }
    String prompt =
        PromptFile.TRANSLATE
            .template()
            .apply(Map.of("language", language, "lines", numbered.toString()))
            .text();
    return model.chat(prompt).lines().filter(line -> !line.isBlank()).toList();
  }

  private List<String> checked(List<String> lines, List<String> translated) {
    if (lines.size() != translated.size()) {
      log.warn("an answer was not translated: {} lines became {}", lines.size(), translated.size());
      return lines;
    }
    List<String> checked = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher line = LINE.matcher(translated.get(i));
      boolean numbered = line.matches() && line.group(1).equals(String.valueOf(i + 1));
      String text = numbered ? line.group(2).strip().replaceAll("\\s*//\\s*", "\n") : "";
      checked.add(check.passes(lines.get(i), text) ? text : lines.get(i));
    }
    return checked;
  }
}
