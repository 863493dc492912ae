package parley.bot.chat;

import java.util.Locale;
import java.util.Objects;

/**
 * A question to begin with.
 *
 * @param title a few words for a button
 * @param question what is asked by it
 */
public record Starter(String title, String question) {

  public Starter {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(question, "question");
  }

  /** Asks about a document by its title. */
  static Starter about(String title) {
    return new Starter(title, "What do the documents say about " + withinASentence(title) + "?");
  }

  private static String withinASentence(String title) {
    return title.matches("(?:The|A|An|Who|What|When|Where|Why|How|Which) .*")
        ? title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1)
        : title;
  }
}
