package parley.bot.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import parley.knowledge.Outcome;
import parley.knowledge.Source;
import parley.knowledge.resource.Resources;

/** A report as one page of HTML, which loads nothing and runs nothing. */
final class ReportPage {

  private static final String TEMPLATE = "report.html";

  /** Of each list; whoever wants more has the ledger. */
  private static final int MOST = 200;

  /** Of the ways in which the same was asked. */
  private static final int MOST_WORDINGS = 20;

  private final Report report;
  private final Document page;

  private ReportPage(Report report, Document page) {
    this.report = report;
    this.page = page;
  }

  static void write(Report report, Path file) {
    try {
      ReportPage written =
          new ReportPage(report, Jsoup.parse(Resources.text(ReportPage.class, TEMPLATE)));
      written.fill();
      Files.writeString(file, written.page.outerHtml());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          file + " cannot be written: name a file in a folder that you may write to", e);
    }
  }

  private void fill() {
    id("period").text(report.period().inWords());
    if (report.isEmpty()) {
      id("summary").text("Nobody has asked anything in that time.");
      id("sections").remove();
      return;
    }
    id("summary").text(report.summary() + ".");
    id("unanswered-count").text(String.valueOf(report.count(Outcome.NOT_IN_SOURCES)));
    list("unanswered", report.unanswered(), "Every question had an answer.", this::unanswered);
    list("asked", report.askedAgain(), "Nothing was asked twice.", this::asked);
    id("thumbs").text("%d down, %d up".formatted(report.complaints().size(), report.thumbsUp()));
    list("complaints", report.complaints(), "Nobody was dissatisfied.", ReportPage::complaint);
    id("uncited-count").text("%d of %d".formatted(report.uncited().size(), report.documents()));
    if (report.isOfOtherDocuments()) {
      note(
          "uncited", "Answers cited other documents than these: give --documents as serve has it.");
    } else {
      list("uncited", report.uncited(), "Every document was cited.", ReportPage::source);
    }
    report.platforms().forEach(share -> row(id("platforms"), share));
    report.waiting().ifPresent(waiting -> id("waiting").text(waiting.inWords()));
    id("model").text(report.modelUse().inWords());
  }

  private Element id(String id) {
    return Objects.requireNonNull(page.getElementById(id), id);
  }

  private <T> void list(String id, List<T> all, String none, BiConsumer<Element, T> item) {
    if (all.isEmpty()) {
      note(id, none);
    }
    all.stream().limit(MOST).forEach(each -> item.accept(id(id), each));
    if (all.size() > MOST) {
      note(id, "And %d more.".formatted(all.size() - MOST));
    }
  }

  private void note(String id, String text) {
    id(id).appendElement("p").addClass("note").text(text);
  }

  private void unanswered(Element list, QuestionGroup group) {
    String others = group.answered() == 0 ? "" : group.answered() + " like it answered";
    group(list, group, others, report.unanswered().get(0).count());
  }

  private void asked(Element list, QuestionGroup group) {
    int open = group.count() - group.answered();
    String others = open == 0 ? "" : open + " not answered";
    group(list, group, others, report.askedAgain().get(0).count());
  }

  private static void group(Element list, QuestionGroup group, String others, int largest) {
    Element details = list.appendElement("details");
    Element summary = details.appendElement("summary");
    summary.appendElement("b").addClass("count").text(group.count() + "×");
    summary
        .appendElement("meter")
        .attr("max", String.valueOf(largest))
        .attr("value", String.valueOf(group.count()))
        .attr("aria-hidden", "true");
    summary.appendElement("span").attr("dir", "auto").text(group.example());
    if (!others.isEmpty()) {
      summary.appendElement("small").text(others);
    }
    List<String> wordings = group.wordings().stream().skip(1).toList();
    if (wordings.isEmpty()) {
      details.tagName("div").addClass("group");
      summary.tagName("div").addClass("summary");
      return;
    }
    Element asked = details.appendElement("ul");
    wordings.stream()
        .limit(MOST_WORDINGS)
        .forEach(wording -> asked.appendElement("li").attr("dir", "auto").text(wording));
    if (wordings.size() > MOST_WORDINGS) {
      asked.appendElement("li").text("and %d more".formatted(wordings.size() - MOST_WORDINGS));
    }
  }

  private static void complaint(Element list, Complaint complaint) {
    Element item = list.appendElement("div").addClass("group");
    item.appendElement("div").attr("dir", "auto").text(complaint.question());
    item.appendElement("div")
        .addClass("why")
        .attr("dir", "auto")
        .text(complaint.reason().isEmpty() ? "no reason given" : complaint.reason());
  }

  private static void source(Element list, Source source) {
    Element item = list.appendElement("div").addClass("group");
    item.appendElement("span").attr("dir", "auto").text(source.title());
    item.appendText(" ").appendElement("small").text(source.id());
  }

  private static void row(Element rows, PlatformShare share) {
    Element row = rows.appendElement("tr");
    row.appendElement("th").attr("scope", "row").text(share.platform());
    row.appendElement("td").text(String.valueOf(share.questions()));
    row.appendElement("td").text(String.valueOf(share.people()));
    row.appendElement("td").text(String.valueOf(share.unanswered()));
  }
}
