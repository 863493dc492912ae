package parley.knowledge.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import parley.knowledge.Citation;
import parley.knowledge.Passage;
import parley.knowledge.SourceDocument;
import parley.knowledge.Statement;
import parley.knowledge.language.Wording;

/**
 * Makes statements and citations of chosen excerpts. Those that follow one another in a paragraph
 * share one citation.
 *
 * @param statements in the answer's order
 * @param citations numbered from 1
 */
record Composition(List<Statement> statements, List<Citation> citations) {

  static final Composition NONE = new Composition(List.of(), List.of());

  /**
   * Composes.
   *
   * @param wording for what has to be said besides
   */
  static Composition of(List<Excerpt> excerpts, CitedDocuments documents, Wording wording) {
    List<Statement> statements = new ArrayList<>();
    List<Citation> citations = new ArrayList<>();
    Excerpt before = null;
    int start = 0;
    for (Excerpt excerpt : excerpts) {
      boolean follows = before != null && follows(before, excerpt);
      if (follows) {
        citations.remove(citations.size() - 1);
      } else {
        start = excerpt.start();
      }
      citations.add(cite(citations.size() + 1, excerpt.passage(), start, excerpt.end()));
      String leadIn = follows ? "" : leadIn(excerpt, documents, wording);
      if (excerpts.stream().anyMatch(other -> Chronology.replaces(other, excerpt))) {
        leadIn = wording.onDay(excerpt.passage().source().date()) + " " + leadIn;
      }
      statements.add(new Statement(leadIn + excerpt.text(), List.of(citations.size())));
      before = excerpt;
    }
    return new Composition(statements, citations);
  }

  /** The statements with their markers, as one text. */
  String text() {
    return statements.stream().map(Statement::marked).collect(Collectors.joining(" "));
  }

  private static boolean follows(Excerpt before, Excerpt excerpt) {
    return before.passage().equals(excerpt.passage())
        && before.position() + 1 == excerpt.position();
  }

  private static Citation cite(int number, Passage passage, int start, int end) {
    return Citation.of(number, passage, passage.text().substring(start, end));
  }

  private static String leadIn(Excerpt excerpt, CitedDocuments documents, Wording wording) {
    Passage passage = excerpt.passage();
    return documents
        .get(passage.source().id())
        .map(
            document ->
                LeadIn.of(
                    document,
                    passage.paragraph(),
                    startInParagraph(document, excerpt),
                    excerpt.text(),
                    wording))
        .orElse("");
  }

  private static int startInParagraph(SourceDocument document, Excerpt excerpt) {
    String paragraph = document.paragraphs().get(excerpt.passage().paragraph() - 1).text();
    return Math.max(0, paragraph.indexOf(excerpt.passage().text())) + excerpt.start();
  }
}
