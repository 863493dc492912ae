package parley.bot.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import parley.knowledge.Outcome;
import parley.knowledge.Source;

/** A report for a terminal, in lines of at most 80 characters. */
record TextReport(PrintWriter out) {

  private static final int WIDTH = 80;

  /** Of each list; the page has more. */
  private static final int MOST = 20;

  /** Of one question or reason: three lines of it tell enough. */
  private static final int MOST_CHARACTERS = 220;

  /** What further lines of an item begin with: below a counted text, or a little in. */
  private static final String COUNTED = "       ";

  private static final String PLAIN = "    ";

  void print(Report report) {
    wrap("", "", "Questions from " + report.period().inWords());
    if (report.isEmpty()) {
      out.println("Nobody has asked anything in that time.");
      return;
    }
    wrap("", "", report.summary() + ".");
    unanswered(report);
    asked(report);
    complaints(report);
    uncited(report);
    where(report);
    heading("Time and cost");
    report.waiting().ifPresent(waiting -> wrap("  ", "  ", "time: " + waiting.inWords()));
    wrap("  ", "  ", "language model: " + report.modelUse().inWords());
  }

  private void unanswered(Report report) {
    heading(
        "Not in the documents, so write on this next: %s"
            .formatted(Numbers.of(report.count(Outcome.NOT_IN_SOURCES), "question")));
    list(report.unanswered(), "every question had an answer", COUNTED, TextReport::unanswered);
  }

  private static String unanswered(QuestionGroup group) {
    return group.answered() == 0
        ? counted(group)
        : counted(group) + " (" + group.answered() + " like it answered)";
  }

  private static String counted(QuestionGroup group) {
    return "%3d× %s".formatted(group.count(), shortened(group.example()));
  }

  private void asked(Report report) {
    heading("Asked most");
    list(report.askedAgain(), "nothing was asked twice", COUNTED, TextReport::asked);
  }

  private static String asked(QuestionGroup group) {
    int open = group.count() - group.answered();
    return open == 0 ? counted(group) : counted(group) + " (" + open + " not answered)";
  }

  private void complaints(Report report) {
    heading(
        "Thumbs down: %d, thumbs up: %d".formatted(report.complaints().size(), report.thumbsUp()));
    list(report.complaints(), "nobody was dissatisfied", PLAIN, TextReport::complaint);
  }

  private static String complaint(Complaint complaint) {
    String reason = complaint.reason().isEmpty() ? "no reason given" : complaint.reason();
    return "“" + shortened(complaint.question()) + "” – " + shortened(reason);
  }

  private void uncited(Report report) {
    heading(
        "Documents that no answer cited: %d of %d"
            .formatted(report.uncited().size(), report.documents()));
    if (report.isOfOtherDocuments()) {
      wrap(
          "  ", "  ", "answers cited other documents than these: give --documents as serve has it");
    } else {
      list(report.uncited(), "every document was cited", PLAIN, TextReport::source);
    }
  }

  private static String source(Source source) {
    return source.id() + ": " + shortened(source.title());
  }

  private void where(Report report) {
    heading("Where");
    out.printf("  %-12s %9s %7s %21s%n", "", "questions", "people", "not in the documents");
    for (PlatformShare share : report.platforms()) {
      out.printf(
          "  %-12s %9d %7d %21d%n",
          share.platform(), share.questions(), share.people(), share.unanswered());
    }
  }

  private void heading(String heading) {
    out.println();
    out.println(heading);
  }

  private <T> void list(List<T> all, String none, String further, Function<T, String> line) {
    if (all.isEmpty()) {
      out.println("  " + none);
    }
    all.stream().limit(MOST).map(line).forEach(each -> wrap("  ", further, each));
    if (all.size() > MOST) {
      out.println("  and " + (all.size() - MOST) + " more: see --html");
    }
  }

  private static String shortened(String text) {
    return text.length() <= MOST_CHARACTERS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, MOST_CHARACTERS - 1)))
                .strip()
            + "…";
  }

  private void wrap(String first, String further, String text) {
    lines(first, further, text).forEach(out::println);
  }

  /** Breaks a text at its spaces; a word longer than a line stands alone. */
  private static List<String> lines(String first, String further, String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(first);
    boolean begun = false;
    for (String word : text.split(" ", -1)) {
      if (begun && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(further);
        begun = false;
      }
      line.append(begun ? " " : "").append(word);
      begun = true;
    }
    lines.add(line.toString());
    return lines;
  }
}
