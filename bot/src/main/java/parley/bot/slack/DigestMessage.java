package parley.bot.slack;

import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextListElement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.bot.report.Complaint;
import parley.bot.report.QuestionGroup;
import parley.bot.report.Report;
import parley.knowledge.Outcome;
import parley.knowledge.Source;

/**
 * A report as one message: what the documents did not answer first. What people wrote is shown to
 * the letter, so that it pings nobody.
 */
final class DigestMessage {

  /** With so many lines and characters of each, everything fits into one message. */
  private static final int MOST_UNANSWERED = 10;

  private static final int MOST_OTHERS = 5;
  private static final int MOST_CHARACTERS = 150;

  private final MessagePacker packer;

  private DigestMessage(MessagePacker packer) {
    this.packer = packer;
  }

  /**
   * Makes it.
   *
   * @param report on at least one question
   * @param name what the message is recognised by
   */
  static SlackMessage of(Report report, String name) {
    DigestMessage digest = new DigestMessage(new MessagePacker(name));
    digest.add(report);
    return digest.packer.messages().get(0);
  }

  private void add(Report report) {
    add("What people asked this week", List.of(), report.summary() + ".");
    List<QuestionGroup> unanswered = report.unanswered();
    if (!unanswered.isEmpty()) {
      add(
          "Not in the documents. A document on one of these would help most:",
          lines(unanswered, MOST_UNANSWERED, DigestMessage::counted),
          more(unanswered, MOST_UNANSWERED));
    }
    List<QuestionGroup> again = report.askedAgain();
    if (!again.isEmpty()) {
      add(
          "Asked most:",
          lines(again, MOST_OTHERS, DigestMessage::counted),
          more(again, MOST_OTHERS));
    }
    List<Complaint> complaints = report.complaints();
    if (!complaints.isEmpty()) {
      add(
          "Thumbs down: " + complaints.size() + " (up: " + report.thumbsUp() + ")",
          lines(complaints, MOST_OTHERS, DigestMessage::complaint),
          more(complaints, MOST_OTHERS));
    }
    uncited(report);
    report.waiting().ifPresent(times -> packer.addCaption(plain("Time: " + times.inWords())));
    packer.addCaption(plain("Language model: " + report.modelUse().inWords()));
    packer.addCaption(Caption.of("More, also as a page: `parley report --since 7d --html PAGE`"));
  }

  private void uncited(Report report) {
    if (report.uncited().isEmpty() || report.count(Outcome.ANSWERED) == 0) {
      return;
    }
    String ids =
        report.uncited().stream()
            .limit(MOST_OTHERS)
            .map(Source::id)
            .map(id -> SlackText.shorten(id, MOST_CHARACTERS))
            .collect(Collectors.joining(", "));
    add(
        "Documents that no answer cited: %d of %d"
            .formatted(report.uncited().size(), report.documents()),
        List.of(),
        report.uncited().size() > MOST_OTHERS ? ids + ", …" : ids);
  }

  private static Caption plain(String words) {
    return new Caption("", words);
  }

  private static String counted(QuestionGroup group) {
    return group.count() + "× " + SlackText.shorten(group.example(), MOST_CHARACTERS);
  }

  private static String complaint(Complaint complaint) {
    String question = "“" + SlackText.shorten(complaint.question(), MOST_CHARACTERS) + "”";
    return complaint.reason().isEmpty()
        ? question
        : question + " – " + SlackText.shorten(complaint.reason(), MOST_CHARACTERS);
  }

  private static <T> List<String> lines(List<T> all, int most, Function<T, String> line) {
    return all.stream().limit(most).map(line).toList();
  }

  private static String more(List<?> all, int most) {
    return all.size() <= most ? "" : "and " + (all.size() - most) + " more";
  }

  private void add(String heading, List<String> items, String below) {
    List<BlockElement> parts = new ArrayList<>();
    parts.add(RichText.section(List.of(RichText.bold(heading))));
    if (!items.isEmpty()) {
      List<RichTextElement> rows = items.stream().<RichTextElement>map(RichText::section).toList();
      parts.add(RichTextListElement.builder().style("bullet").elements(rows).build());
    }
    if (!below.isEmpty()) {
      parts.add(RichText.section(below));
    }
    String inWords =
        Stream.concat(
                Stream.concat(Stream.of(heading), items.stream().map(item -> "• " + item)),
                Stream.of(below))
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n"));
    packer.addRichText(parts, inWords);
  }
}
