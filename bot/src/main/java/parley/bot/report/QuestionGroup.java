package parley.bot.report;

import java.util.List;

/**
 * Questions that ask the same.
 *
 * @param wordings as they were asked, in what is asked most often first; at least one
 * @param count how many questions
 * @param answered how many that ask the same were answered
 */
public record QuestionGroup(List<String> wordings, int count, int answered) {

  public QuestionGroup {
    wordings = List.copyOf(wordings);
    if (wordings.isEmpty() || count < wordings.size()) {
      throw new IllegalArgumentException(count + " questions in " + wordings.size() + " wordings");
    }
  }

  /** One of them, which stands for all. */
  public String example() {
    return wordings.get(0);
  }
}
