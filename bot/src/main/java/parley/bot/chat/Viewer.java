package parley.bot.chat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.knowledge.Answer;
import parley.knowledge.Citation;
import parley.knowledge.DocumentSelection;
import parley.knowledge.Finding;
import parley.knowledge.Source;

/**
 * Where people read the documents: the web page's address of each, down to the quoted words.
 *
 * <pre>{@code
 * /documents/paris-meeting?p=3&quote=35%20participants#p3
 * }</pre>
 *
 * <p>A document whose id cannot stand in a path is at {@code /document?id=}. A long quote is named
 * by its first and its last words, {@code quote} and {@code to}. Immutable.
 */
public final class Viewer {

  /** On the same server as the page that links there. */
  public static final Viewer HERE = new Viewer("", DocumentSelection.of(Set.of()));

  /** A longer quote would make an address that some chats cut. */
  private static final int LONGEST = 160;

  private static final int END = 60;

  /**
   * Ids that can stand in a path. Servers refuse the others there, since programs differ in how
   * they read them (Jetty's UriCompliance, ambiguous and suspicious).
   */
  private static final Pattern PATH =
      Pattern.compile("(?!(?:.*/)?\\.{0,2}(?:/|$))[^%\\\\;\\p{Cntrl}]+");

  private final @Nullable String base;

  private final DocumentSelection shown;

  private Viewer(@Nullable String base, DocumentSelection shown) {
    this.base = base;
    this.shown = shown;
  }

  /**
   * The viewer that people reach at an address.
   *
   * @param publicUrl the page's address; null where people cannot reach it
   */
  public static Viewer at(@Nullable URI publicUrl) {
    return new Viewer(
        publicUrl == null ? null : publicUrl.toString().replaceAll("/+$", ""),
        DocumentSelection.of(Set.of()));
  }

  /** The same of these documents alone: nobody is led to one that the page does not show. */
  Viewer showing(DocumentSelection documents) {
    return new Viewer(base, documents);
  }

  /** The address of a document; empty where there is no viewer, or it does not show it. */
  public Optional<String> linkTo(Source source) {
    return Optional.ofNullable(base)
        .filter(start -> shown.holds(source))
        .map(start -> start + path(source.id()));
  }

  /** The address of the words that a citation quotes; empty where the viewer does not show them. */
  public Optional<String> linkTo(Citation citation) {
    String place = "#p" + citation.paragraph();
    return linkTo(citation.source())
        .map(document -> document + (document.contains("?") ? "&p=" : "?p="))
        .map(document -> document + citation.paragraph() + words(citation.quote()) + place);
  }

  private static String words(String quote) {
    if (quote.length() <= LONGEST) {
      return "&quote=" + encode(quote);
    }
    String start = quote.substring(0, quote.offsetByCodePoints(0, END));
    String end = quote.substring(quote.offsetByCodePoints(quote.length(), -END));
    return "&quote=" + encode(start) + "&to=" + encode(end);
  }

  /** Where two files share a name, a document's id is its path. */
  private static String path(String id) {
    return PATH.matcher(id).matches()
        ? "/documents/" + encode(id).replace("%2F", "/")
        : "/document?id=" + encode(id);
  }

  /** A text as a part of an address: whatever might mean something there is percent-encoded. */
  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The answer, its citations led here where their documents have no address of their own. */
  public Answer link(Answer answer) {
    return new Answer(
        answer.question(),
        answer.outcome(),
        answer.text(),
        answer.statements(),
        answer.citations().stream().map(this::link).toList(),
        answer.suggestions(),
        answer.language(),
        answer.time(),
        answer.tokens());
  }

  /** The part of an answer, its citations led here where their documents have no address. */
  public PartialAnswer link(PartialAnswer answer) {
    return new PartialAnswer(
        answer.id(), answer.statements(), answer.citations().stream().map(this::link).toList());
  }

  /** The finding, led here where its document has no address of its own. */
  public Finding link(Finding finding) {
    return new Finding(finding.statement(), finding.closest().map(this::link));
  }

  /** The document, with its address here where it has none of its own. */
  public Source link(Source source) {
    return linkTo(source).map(address -> at(source, address)).orElse(source);
  }

  private Citation link(Citation citation) {
    return linkTo(citation)
        .map(
            address ->
                new Citation(
                    citation.number(),
                    at(citation.source(), address),
                    citation.paragraph(),
                    citation.quote(),
                    citation.page(),
                    citation.copies().stream().map(this::link).toList()))
        .orElse(citation);
  }

  private static Source at(Source source, String address) {
    return source.url() != null ? source : source.at(address);
  }
}
