package parley.bot.chat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the chat's part of the configuration file; what it leaves out keeps its default.
 *
 * <pre>{@code
 * limits:
 *   person-a-minute: 20
 *   workspace-a-minute: 600
 * keep-days: 90
 * channels:
 *   C0123ABCD:
 *     documents: [paris-meeting, coalition]
 *     mention-always: true
 *   C0456EFGH:
 *     off: true
 * }</pre>
 */
public final class ChatSettingsReader {

  /** The keys of the configuration file that are the chat's. */
  public static final Set<String> KEYS = Set.of("limits", "keep-days", "channels");

  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .build();

  private ChatSettingsReader() {}

  /**
   * Reads a file that holds nothing else.
   *
   * @throws ConfigurationException if it cannot be read, or holds a key that is not known
   */
  public static ChatSettings read(Path file) {
    try {
      return of(YAML.readTree(Files.readString(file)));
    } catch (JsonProcessingException e) {
      throw new ConfigurationException(file + " is not YAML: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new ConfigurationException("cannot read " + file + ": " + e.getMessage(), e);
    } catch (ConfigurationException e) {
      throw new ConfigurationException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads the {@link #KEYS}.
   *
   * @throws ConfigurationException if there is another key, or a value that does not fit
   */
  public static ChatSettings of(JsonNode keys) {
    try {
      JsonNode merged = YAML.valueToTree(ChatSettings.DEFAULT);
      if (!keys.isMissingNode() && !keys.isNull()) {
        merged = YAML.readerForUpdating(merged).readValue(keys);
      }
      return YAML.treeToValue(merged, ChatSettings.class);
    } catch (UnrecognizedPropertyException e) {
      throw new ConfigurationException(unknown(e), e);
    } catch (JsonMappingException e) {
      throw new ConfigurationException("in " + place(e) + ": " + reason(e), e);
    } catch (IOException | RuntimeException e) {
      throw new ConfigurationException(String.valueOf(e.getMessage()), e);
    }
  }

  private static String unknown(UnrecognizedPropertyException e) {
    String known =
        Objects.requireNonNull(e.getKnownPropertyIds(), "known keys").stream()
            .map(Object::toString)
            .sorted()
            .collect(Collectors.joining(", "));
    return "unknown key " + place(e) + ": known there are " + known;
  }

  private static String place(JsonMappingException e) {
    String place =
        e.getPath().stream()
            .map(
                step ->
                    step.getFieldName() == null
                        ? Integer.toString(step.getIndex())
                        : step.getFieldName())
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
