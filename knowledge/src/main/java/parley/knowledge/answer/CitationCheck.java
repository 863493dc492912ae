package parley.knowledge.answer;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.knowledge.Citation;
import parley.knowledge.Paragraph;
import parley.knowledge.SourceDocument;

/** Lets through citations whose quote is an exact run of the paragraph they name. */
final class CitationCheck {

  private static final Logger log = LoggerFactory.getLogger(CitationCheck.class);

  private final CitedDocuments documents;

  CitationCheck(CitedDocuments documents) {
    this.documents = documents;
  }

  boolean holds(Citation citation) {
    Optional<String> paragraph =
        documents
            .get(citation.source().id())
            .map(SourceDocument::paragraphs)
            .flatMap(paragraphs -> text(paragraphs, citation.paragraph()));
    boolean holds = paragraph.isPresent() && paragraph.get().contains(citation.quote());
    if (!holds) {
      log.warn(
          "citation dropped: paragraph {} of {} does not hold its quote",
          citation.paragraph(),
          citation.source().id());
    }
    return holds;
  }

  private static Optional<String> text(List<Paragraph> paragraphs, int number) {
    return number >= 1 && number <= paragraphs.size()
        ? Optional.of(paragraphs.get(number - 1).text())
        : Optional.empty();
  }
}
