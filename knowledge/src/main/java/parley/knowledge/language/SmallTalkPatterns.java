package parley.knowledge.language;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import parley.knowledge.resource.Resources;

/** Recognises the small talk of one language, by the patterns of its resource. Immutable. */
public final class SmallTalkPatterns {

  private static final Map<Language, SmallTalkPatterns> READ = new ConcurrentHashMap<>();

  /** Whoever writes more has something to say. */
  private static final int MOST_CHARACTERS = 100;

  private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}'’ ]+");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final Pattern aside;
  private final Map<SmallTalk, Pattern> said = new EnumMap<>(SmallTalk.class);

  private SmallTalkPatterns(Language language) {
    Properties patterns =
        Resources.properties(
            SmallTalkPatterns.class, "small-talk_" + language.code() + ".properties");
    aside =
        Pattern.compile(
            "^ *(?:(?:%s)(?= |$) ?)+|(?<= |^)(?:%s) *$"
                .formatted(patterns.getProperty("opening"), patterns.getProperty("closing")));
    for (SmallTalk talk : SmallTalk.values()) {
      String addressed = talk.mayAddress() ? patterns.getProperty("addressed") : "";
      said.put(talk, Pattern.compile("(?:" + patterns.getProperty(talk.key()) + ")" + addressed));
    }
  }

  /** The patterns of a language. */
  public static SmallTalkPatterns of(Language language) {
    return READ.computeIfAbsent(language, SmallTalkPatterns::new);
  }

  /** The small talk that the text is, if it is nothing else. */
  public Optional<SmallTalk> in(String text) {
    if (text.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    String bare = PUNCTUATION.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
    String words = SPACES.matcher(aside.matcher(bare).replaceAll("")).replaceAll(" ").strip();
    return Arrays.stream(SmallTalk.values())
        .filter(talk -> said.get(talk).matcher(words).matches())
        .findFirst();
  }
}
