package parley.bot.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import parley.knowledge.Citation;
import parley.knowledge.resource.Resources;

/** An evaluation as one page of HTML: bars for each kind of question, and every miss. */
final class HtmlReport {

  private static final String TEMPLATE = "report.html";

  private final Evaluation evaluation;
  private final Document page;

  private HtmlReport(Evaluation evaluation, Document page) {
    this.evaluation = evaluation;
    this.page = page;
  }

  static void write(Evaluation evaluation, String title, Path file) {
    try {
      HtmlReport report =
          new HtmlReport(evaluation, Jsoup.parse(Resources.text(HtmlReport.class, TEMPLATE)));
      report.fill(title);
      Files.writeString(file, report.page.outerHtml());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          file + " cannot be written: name a file in a folder that you may write to", e);
    }
  }

  private void fill(String title) {
    page.title("How well it answers: " + title);
    id("set").text(title);
    id("median")
        .text(
            "%d questions, %.1f ms an answer at the median"
                .formatted(evaluation.verdicts().size(), evaluation.medianMilliseconds()));
    Score.all(evaluation.verdicts()).forEach(score -> row(id("scores"), score));
    List<Verdict> misses = evaluation.misses();
    id("misses-heading").text("%d misses".formatted(misses.size()));
    misses.forEach(miss -> miss(id("misses"), miss));
  }

  private Element id(String id) {
    return Objects.requireNonNull(page.getElementById(id), id);
  }

  private static void row(Element rows, Score score) {
    Element row = rows.appendElement("tr");
    row.appendElement("th").attr("scope", "row").text(score.name());
    row.appendElement("td").text(Integer.toString(score.questions()));
    bar(row, score.right());
    bar(row, score.text());
    bar(row, score.first());
    bar(row, score.cited());
    row.appendElement("td").text("%.0f".formatted(score.words()));
  }

  private static void bar(Element row, double percent) {
    Element cell = row.appendElement("td");
    cell.appendElement("meter")
        .attr("max", "100")
        .attr("value", "%.1f".formatted(percent))
        .attr("aria-hidden", "true");
    cell.appendText(" %.1f%%".formatted(percent));
  }

  private static void miss(Element misses, Verdict verdict) {
    Element details = misses.appendElement("details");
    details
        .appendElement("summary")
        .text(verdict.expected().question().text())
        .appendElement("small")
        .text(" " + verdict.expected().id() + " · " + verdict.expected().kind());
    details.appendElement("p").addClass("why").text(why(verdict));
    details.appendElement("p").addClass("answer").text(verdict.answer().text());
    Element citations = details.appendElement("ol");
    verdict.answer().citations().forEach(citation -> citation(citations, citation));
  }

  private static void citation(Element list, Citation citation) {
    Element item = list.appendElement("li");
    item.appendElement("q").text(citation.quote());
    item.appendText(" %s, paragraph %d".formatted(citation.source().title(), citation.paragraph()));
  }

  private static String why(Verdict verdict) {
    if (!verdict.expected().isAnswerable()) {
      return "The documents do not say, and it should have said so.";
    }
    if (!verdict.rightText()) {
      return "Expected: " + verdict.expected().described();
    }
    return verdict.rightCitation()
        ? "Too long: %d words".formatted(verdict.words())
        : "No paragraph that supports it is cited.";
  }
}
