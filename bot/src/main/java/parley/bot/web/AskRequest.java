package parley.bot.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A question as a client asks it.
 *
 * @param question never blank
 * @param conversation what the questions before it are found by; a new one where none was given
 * @param language in which the person wants to be answered, where they say so
 */
record AskRequest(String question, UUID conversation, @Nullable String language) {

  /** In characters; in bytes a request is bound as well. */
  static final int LONGEST = 4_000;

  private static final Set<String> KEYS = Set.of("question", "conversation", "language");
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Reads a body.
   *
   * @throws ProblemException if it is no such request; says what is wrong with it
   */
  static AskRequest of(byte[] body) {
    JsonNode json = read(body);
    for (Iterator<String> keys = json.fieldNames(); keys.hasNext(); ) {
      String key = keys.next();
      if (!KEYS.contains(key)) {
        throw bad(
            "'" + shorten(key) + "' is not known: there are question, conversation, language");
      }
    }
    return new AskRequest(
        question(text(json, "question").orElse("")),
        conversation(text(json, "conversation").orElse(null)),
        language(text(json, "language").orElse(null)));
  }

  /** The question of one who asks by a form. */
  static AskRequest of(String question, @Nullable String conversation, @Nullable String language) {
    return new AskRequest(question(question), conversation(conversation), language);
  }

  AskRequest in(@Nullable String code) {
    return new AskRequest(question, conversation, code);
  }

  private static JsonNode read(byte[] body) {
    try {
      JsonNode json = STRICT.readTree(body);
      if (json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      throw bad("the body is no valid JSON (" + problem(e) + ")");
    } catch (IOException e) {
      throw bad("the body is no valid UTF-8");
    }
    throw bad("the body is no JSON object: send {\"question\": \"…\"}");
  }

  private static String problem(JsonProcessingException e) {
    return shorten(e.getOriginalMessage().lines().findFirst().orElse("unreadable"));
  }

  private static Optional<String> text(JsonNode json, String key) {
    JsonNode value = json.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw bad(
          key + " is " + value.getNodeType().name().toLowerCase(Locale.ROOT) + ": send a string");
    }
    return Optional.of(value.asText());
  }

  private static String question(String text) {
    if (text.isBlank()) {
      throw bad("there is no question: send one");
    }
    if (text.length() > LONGEST) {
      throw bad(
          "the question has " + text.length() + " characters: ask in " + LONGEST + " or fewer");
    }
    return text;
  }

  private static UUID conversation(@Nullable String id) {
    if (id == null) {
      return UUID.randomUUID();
    }
    if (!UUID_FORM.matcher(id).matches()) {
      throw bad("conversation is not one of ours: leave it out to begin one");
    }
    return UUID.fromString(id);
  }

  private static @Nullable String language(@Nullable String tag) {
    if (tag != null && !tag.matches("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")) {
      throw bad("language is no code: send one such as uk");
    }
    return tag;
  }

  private static String shorten(String text) {
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }

  private static ProblemException bad(String detail) {
    return new ProblemException(Problem.badRequest(detail));
  }
}
