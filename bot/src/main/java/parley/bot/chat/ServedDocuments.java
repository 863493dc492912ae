package parley.bot.chat;

import java.util.List;
import java.util.Optional;
import parley.knowledge.Citation;
import parley.knowledge.DocumentSelection;
import parley.knowledge.Paragraph;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;

/** The documents that a place is answered from, and where people read them. Thread-safe. */
public final class ServedDocuments {

  private final AnswerSource source;
  private final Viewer viewer;
  private final DocumentSelection selection;

  ServedDocuments(AnswerSource source, Viewer viewer, DocumentSelection selection) {
    this.source = source;
    this.viewer = viewer;
    this.selection = selection;
  }

  /** All of them. */
  public List<Source> all() {
    return source.sources().stream().filter(selection::holds).toList();
  }

  /** All of them, those without an address of their own with the viewer's. */
  public List<Source> linked() {
    return all().stream().map(viewer::link).toList();
  }

  /** One of them with its paragraphs. */
  public Optional<SourceDocument> find(String id) {
    return source.document(id).filter(document -> selection.holds(document.source()));
  }

  /** The paragraph that a citation points to, where its document is still served. */
  public Optional<Paragraph> paragraph(Citation citation) {
    return find(citation.source().id())
        .flatMap(document -> document.paragraph(citation.paragraph()));
  }
}
