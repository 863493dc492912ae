package parley.bot.chat;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parley.knowledge.Question;
import parley.knowledge.Turn;

/**
 * A question as a platform hands it over.
 *
 * @param eventNames every name the platform's event goes by, at least one: of events that share a
 *     name only the first is answered
 * @param platform for example {@code slack}
 * @param workspace whose limit it counts against
 * @param place the channel or chat
 * @param thread the thread in the place that the answer belongs in, where there is one
 * @param conversation what the questions before it are found by
 * @param person who asks
 * @param address how it was put
 * @param text without the platform's markup
 * @param language ISO 639 code of the language in which the person wants to be answered, where that
 *     is known otherwise than from the text
 */
public record IncomingQuestion(
    List<String> eventNames,
    String platform,
    String workspace,
    String place,
    @Nullable String thread,
    String conversation,
    String person,
    Address address,
    String text,
    @Nullable String language) {

  public IncomingQuestion {
    eventNames = List.copyOf(eventNames);
    Objects.requireNonNull(platform, "platform");
    Objects.requireNonNull(workspace, "workspace");
    requireNamed(place, "place");
    requireNamed(conversation, "conversation");
    requireNamed(person, "person");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(text, "text");
  }

  /** What has an empty name would be one with all others that have. */
  private static void requireNamed(String name, String what) {
    if (Objects.requireNonNull(name, what).isBlank()) {
      throw new IllegalArgumentException("the " + what + " of a question is empty: give its id");
    }
  }

  /** A question of a person of whose language no more is known than the text tells. */
  public IncomingQuestion(
      List<String> eventNames,
      String platform,
      String workspace,
      String place,
      @Nullable String thread,
      String conversation,
      String person,
      Address address,
      String text) {
    this(eventNames, platform, workspace, place, thread, conversation, person, address, text, null);
  }

  /**
   * The question as it is looked up.
   *
   * @param before the turns before it, oldest first
   */
  Question forKnowledge(List<Turn> before) {
    return new Question(text, before).in(language);
  }
}
