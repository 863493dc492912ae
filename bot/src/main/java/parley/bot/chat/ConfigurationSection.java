package parley.bot.chat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns a part of the configuration file into a record; what it leaves out keeps its default. */
public final class ConfigurationSection {

  static final ObjectMapper YAML =
      YAMLMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .build();

  private ConfigurationSection() {}

  /**
   * Reads a section.
   *
   * @param name what it stands under in the file, for messages; empty for the file itself
   * @param keys the section; missing or null for nothing but defaults
   * @param defaults a record whose keys are those of the section
   * @throws ConfigurationException if there is another key, or a value that does not fit
   */
  public static <T extends Record> T read(String name, JsonNode keys, T defaults, Class<T> type) {
    try {
      JsonNode merged = YAML.valueToTree(defaults);
      if (!keys.isMissingNode() && !keys.isNull()) {
        merged = YAML.readerForUpdating(merged).readValue(keys);
      }
      return YAML.treeToValue(merged, type);
    } catch (UnrecognizedPropertyException e) {
      throw new ConfigurationException(unknown(name, e), e);
    } catch (JsonMappingException e) {
      throw new ConfigurationException("in " + place(name, e) + ": " + reason(e), e);
    } catch (IOException | RuntimeException e) {
      throw new ConfigurationException(String.valueOf(e.getMessage()), e);
    }
  }

  /** A section as a file would have it, defaults and all. */
  public static ObjectNode tree(Record section) {
    return YAML.valueToTree(section);
  }

  private static String unknown(String name, UnrecognizedPropertyException e) {
    String known =
        Objects.requireNonNull(e.getKnownPropertyIds(), "known keys").stream()
            .map(Object::toString)
            .sorted()
            .collect(Collectors.joining(", "));
    return "unknown key " + place(name, e) + ": known there are " + known;
  }

  private static String place(String name, JsonMappingException e) {
    Stream<String> steps =
        e.getPath().stream()
            .map(
                step ->
                    step.getFieldName() == null
                        ? Integer.toString(step.getIndex())
                        : step.getFieldName());
    String place =
        Stream.concat(Stream.of(name).filter(top -> !top.isEmpty()), steps)
            .collect(Collectors.joining("."));
    return place.isEmpty() ? "the configuration" : place;
  }

  private static String reason(JsonMappingException e) {
    Throwable cause = e.getCause();
    return cause instanceof IllegalArgumentException
        ? String.valueOf(cause.getMessage())
        : e.getOriginalMessage();
  }
}
