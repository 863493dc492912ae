package parley.knowledge.answer;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.knowledge.Citation;
import parley.knowledge.Paragraph;

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
            .flatMap(document -> document.paragraph(citation.paragraph()))
            .map(Paragraph::text);
    boolean holds = paragraph.isPresent() && paragraph.get().contains(citation.quote());
    if (!holds) {
      log.warn(
          "citation dropped: paragraph {} of {} does not hold its quote",
          citation.paragraph(),
          citation.source().id());
    }
    return holds;
  }
}
