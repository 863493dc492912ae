package parley.bot.chat;

import java.util.List;
import java.util.Optional;
import parley.knowledge.Citation;
import parley.knowledge.Paragraph;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;

/** The documents that are answered from, and where people read them. Thread-safe. */
public final class ServedDocuments {

  private final AnswerSource source;
  private final Viewer viewer;

  ServedDocuments(AnswerSource source, Viewer viewer) {
    this.source = source;
    this.viewer = viewer;
  }

  /** Where people read the documents. */
  public Viewer viewer() {
    return viewer;
  }

  /** All of them. */
  public List<Source> all() {
    return source.sources();
  }

  /** All of them, those without an address of their own with the viewer's. */
  public List<Source> linked() {
    return all().stream().map(viewer::link).toList();
  }

  /** One with its paragraphs. */
  public Optional<SourceDocument> find(String id) {
    return source.document(id);
  }

  /** The paragraph that a citation points to, where its document is still served. */
  public Optional<Paragraph> paragraph(Citation citation) {
    return find(citation.source().id())
        .flatMap(document -> document.paragraph(citation.paragraph()));
  }
}
