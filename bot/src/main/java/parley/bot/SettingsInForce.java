package parley.bot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Map;
import java.util.regex.Pattern;

/** The settings in force, as a YAML file would have them. Shows no secret. */
record SettingsInForce(Settings settings) {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  /** What stands between the two slashes of an address and its host. */
  private static final Pattern PASSWORD = Pattern.compile("(?<=://)[^/@\\s]*@");

  /** A line a setting, commented out where it is not set, and then what holds several keys. */
  String yaml() {
    StringBuilder yaml = new StringBuilder();
    for (Setting setting : Setting.values()) {
      yaml.append(line(setting));
    }
    return yaml.append('\n').append(yaml(settings.sectionsInForce())).toString();
  }

  private String line(Setting setting) {
    return settings
        .get(setting)
        .map(
            value ->
                "%s  # from %s%n"
                    .formatted(
                        yaml(Map.of(setting.name(), shown(setting, value))).strip(),
                        settings.origin(setting)))
        .orElseGet(() -> "# %s is not set: %s%n".formatted(setting, setting.unset()));
  }

  private static String shown(Setting setting, String value) {
    return setting.isSecret()
        ? "(a secret of " + value.length() + " characters)"
        : PASSWORD.matcher(value).replaceAll("…@");
  }

  static String yaml(Object value) {
    try {
      return YAML.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the settings cannot be written", e);
    }
  }
}
