package parley.bot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import parley.bot.chat.ChatSettings;
import parley.bot.chat.ChatSettingsReader;
import parley.bot.chat.ConfigurationSection;
import parley.bot.slack.SlackSettings;
import parley.bot.telegram.TelegramSettings;
import parley.bot.web.WebSettings;
import parley.knowledge.cluster.ClusterNodes;
import parley.knowledge.cluster.ClusterPlace;

/** The settings in force: the environment's, and beneath them those of a YAML file. Immutable. */
final class Settings {

  /** A key that stands there twice would lose what the first one says. */
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

  /** The keys of the file that are no settings of this list, but hold several each. */
  private static final Set<String> SECTIONS =
      Stream.concat(
              ChatSettingsReader.KEYS.stream(),
              Stream.of(TelegramSettings.SECTION, WebSettings.SECTION))
          .collect(Collectors.toUnmodifiableSet());

  /** Where more stands than a secret, there is something else in the file. */
  private static final long MOST_SECRET_BYTES = 10_000;

  private final Map<Setting, String> values = new EnumMap<>(Setting.class);
  private final Map<Setting, String> origins = new EnumMap<>(Setting.class);
  private final ObjectNode sections = JsonNodeFactory.instance.objectNode();

  private Settings() {}

  /**
   * Reads the settings.
   *
   * @param environment the process's environment variables; of a secret also the variable that ends
   *     with {@code _FILE} and names a file that holds it
   * @param file a YAML file of the same names and of what holds for chats, or null
   * @throws IllegalArgumentException if the file cannot be read, or a key of it is unknown
   */
  static Settings of(Map<String, String> environment, @Nullable Path file) {
    Settings settings = new Settings();
    if (file != null) {
      settings.take(file);
    }
    for (Setting setting : Setting.values()) {
      settings.take(setting, environment);
    }
    return settings;
  }

  private void take(Path file) {
    for (Map.Entry<String, JsonNode> field : read(file).properties()) {
      if (SECTIONS.contains(field.getKey())) {
        sections.set(field.getKey(), field.getValue());
      } else {
        put(setting(field, file), text(field), file.toString());
      }
    }
  }

  private void take(Setting setting, Map<String, String> environment) {
    String value = environment.getOrDefault(setting.name(), "");
    String file = setting.isSecret() ? environment.getOrDefault(setting.fileVariable(), "") : "";
    if (!value.isBlank()) {
      put(setting, value.strip(), "the environment");
    } else if (!file.isBlank()) {
      put(setting, secret(setting, Path.of(file.strip())), file.strip());
    }
  }

  private void put(Setting setting, String value, String origin) {
    values.put(setting, value);
    origins.put(setting, origin);
  }

  private static String secret(Setting setting, Path file) {
    try {
      if (Files.size(file) <= MOST_SECRET_BYTES) {
        return Files.readString(file).strip();
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(
          setting.fileVariable() + " is " + file + ", which cannot be read: name a file of text",
          e);
    }
    throw new IllegalArgumentException(
        setting.fileVariable() + " is " + file + ", which is too large for a secret: name another");
  }

  /**
   * What holds for all chats.
   *
   * @throws parley.bot.chat.ConfigurationException if the file says it wrongly
   */
  ChatSettings chat() {
    return ChatSettingsReader.of(
        sections.deepCopy().retain(ChatSettingsReader.KEYS), get(Setting.PARLEY_MODEL).isPresent());
  }

  /**
   * How the page is reached, and by whom.
   *
   * @throws parley.bot.chat.ConfigurationException if something does not fit
   */
  WebSettings web() {
    return WebSettings.of(byName(), section(WebSettings.SECTION));
  }

  /**
   * How to reach Slack; empty where it is off.
   *
   * @throws parley.bot.chat.ConfigurationException if something does not fit
   */
  Optional<SlackSettings> slack() {
    return SlackSettings.of(byName());
  }

  /**
   * How to reach Telegram; empty where it is off.
   *
   * @throws parley.bot.chat.ConfigurationException if something does not fit
   */
  Optional<TelegramSettings> telegram() {
    return TelegramSettings.of(byName(), section(TelegramSettings.SECTION));
  }

  /** What the file has under a key that holds several; missing where it has none. */
  JsonNode section(String key) {
    return sections.path(key);
  }

  /** Where a setting that is set is from: the environment, or the name of a file. */
  String origin(Setting setting) {
    return origins.getOrDefault(setting, "");
  }

  /** Everything in force that is no setting of this list, with the defaults, by its keys. */
  ObjectNode sectionsInForce() {
    ObjectNode all = ConfigurationSection.tree(chat());
    all.set(
        WebSettings.SECTION,
        ConfigurationSection.tree(WebSettings.section(section(WebSettings.SECTION))));
    all.set(
        TelegramSettings.SECTION,
        ConfigurationSection.tree(TelegramSettings.audience(section(TelegramSettings.SECTION))));
    return all;
  }

  /** The settings by their names, as an environment would have them. */
  Map<String, String> byName() {
    return values.entrySet().stream()
        .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
  }

  Optional<String> get(Setting setting) {
    return Optional.ofNullable(values.get(setting));
  }

  Optional<Path> path(Setting setting) {
    return get(setting).map(Path::of);
  }

  List<Path> paths(Setting setting) {
    return get(setting).stream()
        .flatMap(value -> Arrays.stream(value.split(File.pathSeparator)))
        .filter(path -> !path.isBlank())
        .map(Path::of)
        .toList();
  }

  /**
   * The place on a cluster where index and ledger live; none where they live in the data folder.
   *
   * @throws IllegalArgumentException if a node's address is none, or the prefix cannot be one
   */
  Optional<ClusterPlace> cluster() {
    String prefix = get(Setting.PARLEY_OPENSEARCH_PREFIX).orElse(ClusterPlace.USUAL_PREFIX);
    return get(Setting.PARLEY_OPENSEARCH_URL)
        .map(ClusterNodes::of)
        .map(nodes -> new ClusterPlace(nodes, prefix));
  }

  private static JsonNode read(Path file) {
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException(file + " cannot be read: name a YAML file of settings");
    }
    try {
      JsonNode root = YAML.readTree(file.toFile());
      if (root.isMissingNode() || root.isObject()) {
        return root;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          file + " is not valid YAML (" + problem(e) + "): mend it", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
    }
    throw new IllegalArgumentException(file + " must hold lines such as PARLEY_DATA: data");
  }

  private static String problem(JsonProcessingException e) {
    String what = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
    return e.getLocation() == null ? what : what + ", line " + e.getLocation().getLineNr();
  }

  private static Setting setting(Map.Entry<String, JsonNode> field, Path file) {
    try {
      return Setting.valueOf(field.getKey());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "unknown setting "
              + field.getKey()
              + " in "
              + file
              + ": it may be one of "
              + String.join(", ", new TreeSet<>(SECTIONS))
              + ", "
              + Arrays.stream(Setting.values()).map(Enum::name).collect(Collectors.joining(", ")),
          e);
    }
  }

  private static String text(Map.Entry<String, JsonNode> field) {
    JsonNode value = field.getValue();
    return value.isArray()
        ? StreamSupport.stream(value.spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining(File.pathSeparator))
        : value.asText();
  }
}
