package parley.knowledge.document;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The YAML between two lines of dashes at the head of a file.
 *
 * @param values by lower-case key; empty where there is none or it is broken
 * @param body the text after it
 */
record FrontMatter(Map<String, String> values, String body) {

  private static final Logger log = LoggerFactory.getLogger(FrontMatter.class);
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Pattern FENCED =
      Pattern.compile(
          "\\A\\s*---[ \\t]*\\R(.*?)^(?:---|\\.\\.\\.)[ \\t]*$",
          Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern KEY = Pattern.compile("^[A-Za-z][\\w-]*[ \\t]*:", Pattern.MULTILINE);

  /** Takes the front matter off; a broken one is left out with a warning that names the file. */
  static FrontMatter of(String name, String text) {
    Matcher fenced = FENCED.matcher(text);
    if (!fenced.find() || !KEY.matcher(fenced.group(1)).find()) {
      return new FrontMatter(Map.of(), text);
    }
    return new FrontMatter(values(name, fenced.group(1)), text.substring(fenced.end()));
  }

  private static Map<String, String> values(String name, String yaml) {
    Map<String, String> values = new HashMap<>();
    try {
      JsonNode root = YAML.readTree(yaml);
      root.properties()
          .forEach(
              field -> {
                String value = Whitespace.oneLine(JsonText.of(field.getValue()));
                if (!value.isEmpty()) {
                  values.put(field.getKey().toLowerCase(java.util.Locale.ROOT), value);
                }
              });
    } catch (JacksonException e) {
      log.warn(
          "{}: its front matter is not valid YAML (line {}), so it is left out: mend it",
          name,
          e.getLocation() == null ? "unknown" : e.getLocation().getLineNr() + 1);
    }
    return values;
  }
}
