package parley.bot;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.bot.report.Price;
import parley.knowledge.LanguageModel;
import parley.knowledge.LanguageModel.Provider;
import parley.knowledge.ModelLimits;

/** Reads from the settings which language model writes the answers, if any does. */
record ModelSettings(Settings settings) {

  private static final String FORMS =
      Arrays.stream(Provider.values())
          .map(provider -> provider.code() + ":NAME")
          .collect(Collectors.joining(", "));

  /**
   * The model.
   *
   * @throws IllegalArgumentException if the settings do not tell how to reach one; names what is
   *     wrong and how to mend it, and no key
   */
  Optional<LanguageModel> model() {
    return settings.get(Setting.PARLEY_MODEL).map(this::model);
  }

  /**
   * What it may take.
   *
   * @throws IllegalArgumentException if one of the limits is none that can be
   */
  ModelLimits limits() {
    ModelLimits usual = ModelLimits.DEFAULT;
    return new ModelLimits(
        Duration.ofSeconds(number(Setting.PARLEY_MODEL_SECONDS, usual.time().toSeconds(), 1, 600)),
        number(Setting.PARLEY_MODEL_TOKENS_A_DAY, usual.tokensADay(), 1, Long.MAX_VALUE),
        (int) number(Setting.PARLEY_MODEL_WHOLE_SET_TOKENS, usual.wholeSetTokens(), 0, 1_000_000),
        secondLook());
  }

  /**
   * What it costs, where that is set.
   *
   * @throws IllegalArgumentException if it is no price
   */
  Optional<Price> price() {
    return settings.get(Setting.PARLEY_MODEL_PRICE).map(Price::of);
  }

  private boolean secondLook() {
    String value = settings.get(Setting.PARLEY_MODEL_SECOND_LOOK).orElse("false");
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new IllegalArgumentException(
              "PARLEY_MODEL_SECOND_LOOK is " + value + ": write true or false");
    };
  }

  private LanguageModel model(String value) {
    int colon = value.indexOf(':');
    String name = value.substring(colon + 1).strip();
    Provider provider =
        Arrays.stream(Provider.values())
            .filter(each -> colon > 0 && each.code().equals(value.substring(0, colon).strip()))
            .findFirst()
            .filter(each -> !name.isEmpty())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "PARLEY_MODEL is " + value + ": write one of " + FORMS));
    return switch (provider) {
      case OPENAI -> openAi(name);
      case ANTHROPIC ->
          keyed(provider, name, Setting.ANTHROPIC_API_KEY, Setting.ANTHROPIC_BASE_URL);
      case GEMINI -> keyed(provider, name, Setting.GEMINI_API_KEY, Setting.GEMINI_BASE_URL);
      case OLLAMA -> new LanguageModel(provider, name, null, address(Setting.OLLAMA_BASE_URL));
    };
  }

  /** A server of one's own that speaks like OpenAI may want no key. */
  private LanguageModel openAi(String name) {
    return settings.get(Setting.OPENAI_BASE_URL).isPresent()
        ? new LanguageModel(
            Provider.OPENAI,
            name,
            settings.get(Setting.OPENAI_API_KEY).orElse(null),
            address(Setting.OPENAI_BASE_URL))
        : keyed(Provider.OPENAI, name, Setting.OPENAI_API_KEY, Setting.OPENAI_BASE_URL);
  }

  private LanguageModel keyed(Provider provider, String name, Setting key, Setting address) {
    String secret =
        settings
            .get(key)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "PARLEY_MODEL is %s:%s, but %s is not set: set it to your key"
                            .formatted(provider.code(), name, key)));
    if (!secret.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new IllegalArgumentException(
          key + " holds a blank or a character that no key has: copy the key again");
    }
    return new LanguageModel(provider, name, secret, address(address));
  }

  private @Nullable URI address(Setting setting) {
    return settings.get(setting).map(value -> address(setting, value)).orElse(null);
  }

  private static URI address(Setting setting, String value) {
    try {
      URI address = new URI(value);
      if (address.getHost() != null
          && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
        return address;
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(wrongAddress(setting, value), e);
    }
    throw new IllegalArgumentException(wrongAddress(setting, value));
  }

  private static String wrongAddress(Setting setting, String value) {
    return setting + " is " + value + ": give an address that begins with https:// or http://";
  }

  private long number(Setting setting, long usual, long least, long most) {
    String value = settings.get(setting).orElse(String.valueOf(usual));
    try {
      long number = Long.parseLong(value);
      if (settings.get(setting).isEmpty() || (number >= least && number <= most)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(wrongNumber(setting, value, least, most), e);
    }
    throw new IllegalArgumentException(wrongNumber(setting, value, least, most));
  }

  private static String wrongNumber(Setting setting, String value, long least, long most) {
    String range = most == Long.MAX_VALUE ? "from " + least : "from " + least + " to " + most;
    return setting + " is " + value + ": give a whole number " + range;
  }
}
