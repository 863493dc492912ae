package parley.bot.ledger;

import java.util.List;
import java.util.Map;

/**
 * All that is kept on a person.
 *
 * @param questions what they asked and how it ended, the oldest first
 * @param thoughts what they thought of answers, the oldest first
 * @param preferences what they prefer, by name
 */
public record KeptOnPerson(
    List<PersonsQuestion> questions, List<Feedback> thoughts, Map<String, String> preferences) {

  public KeptOnPerson {
    questions = List.copyOf(questions);
    thoughts = List.copyOf(thoughts);
    preferences = Map.copyOf(preferences);
  }
}
