package parley.knowledge;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which language model writes the answers. Its text form never shows the key.
 *
 * @param provider whose it is, or whose interface it speaks
 * @param name as the provider calls it
 * @param key what the provider knows us by; null where none is needed
 * @param address where it is reached; null for the provider's own
 */
public record LanguageModel(
    Provider provider, String name, @Nullable String key, @Nullable URI address) {

  /** Whose interface a model speaks. */
  public enum Provider {
    /** OpenAI and every server that speaks like it. */
    OPENAI,
    ANTHROPIC,
    GEMINI,
    OLLAMA;

    /** The name in settings, for example {@code openai}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public LanguageModel {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(name, "name");
  }

  @Override
  public String toString() {
    return provider.code() + ":" + name;
  }
}
