package parley.bot.report;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.knowledge.Outcome;
import parley.knowledge.Source;

/**
 * What people asked in a time, with no word on who they are. The texts are as people wrote them,
 * each on one line, without characters that cannot be seen.
 *
 * @param period the time
 * @param people how many asked, counted by platform
 * @param platforms where, those with most questions first
 * @param outcomes how the questions ended, of each outcome that occurred
 * @param open how many have not ended
 * @param unanswered what the documents did not answer, the largest group first
 * @param asked what was asked, answered or not, the largest group first; no small talk, and nothing
 *     that was refused
 * @param thumbsUp how many thumbs up
 * @param complaints the thumbs down, the latest first
 * @param documents how many documents are served
 * @param uncited those of them that no answer cited
 * @param strangers how many documents were cited that are not served; these are gone, or served to
 *     people elsewhere
 * @param waiting how long people waited; empty where nothing was answered
 * @param modelUse what a language model took
 */
public record Report(
    Period period,
    int people,
    List<PlatformShare> platforms,
    Map<Outcome, Integer> outcomes,
    int open,
    List<QuestionGroup> unanswered,
    List<QuestionGroup> asked,
    int thumbsUp,
    List<Complaint> complaints,
    int documents,
    List<Source> uncited,
    int strangers,
    Optional<Waiting> waiting,
    ModelUse modelUse) {

  private static final Map<Outcome, String> IN_WORDS =
      Map.of(
          Outcome.ANSWERED, "answered",
          Outcome.NOT_IN_SOURCES, "not in the documents",
          Outcome.SMALL_TALK, "small talk",
          Outcome.REFUSED, "refused",
          Outcome.FAILED, "failed");

  public Report {
    Objects.requireNonNull(period, "period");
    platforms = List.copyOf(platforms);
    outcomes = Map.copyOf(outcomes);
    unanswered = List.copyOf(unanswered);
    asked = List.copyOf(asked);
    complaints = List.copyOf(complaints);
    uncited = List.copyOf(uncited);
    Objects.requireNonNull(waiting, "waiting");
    Objects.requireNonNull(modelUse, "modelUse");
  }

  /** How many questions were asked. */
  public int questions() {
    return platforms.stream().mapToInt(PlatformShare::questions).sum();
  }

  /** Whether nobody asked anything. */
  public boolean isEmpty() {
    return platforms.isEmpty();
  }

  /** How many questions ended so. */
  public int count(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0);
  }

  /** What was asked more than once. */
  public List<QuestionGroup> askedAgain() {
    return asked.stream().filter(group -> group.count() > 1).toList();
  }

  /** How many asked what, and how it ended, in a sentence. */
  public String summary() {
    String ends =
        Arrays.stream(Outcome.values())
            .filter(outcome -> count(outcome) > 0)
            .map(outcome -> count(outcome) + " " + IN_WORDS.get(outcome))
            .collect(Collectors.joining(", "));
    return Numbers.of(questions(), "question")
        + " by "
        + Numbers.of(people, "person", "people")
        + (ends.isEmpty() ? "" : ": " + ends)
        + (open == 0 ? "" : ", " + open + " not ended yet");
  }

  /**
   * Whether the documents served seem to be others than those that people were answered from: then
   * what was not cited says nothing.
   */
  public boolean isOfOtherDocuments() {
    return strangers > 0 && uncited.size() == documents;
  }

  /** Prints it for a terminal. */
  public void print(PrintWriter out) {
    new TextReport(out).print(this);
  }

  /**
   * Draws it as a page that stands alone.
   *
   * @throws IllegalArgumentException if the file cannot be written
   */
  public void draw(Path file) {
    ReportPage.write(this, file);
  }
}
