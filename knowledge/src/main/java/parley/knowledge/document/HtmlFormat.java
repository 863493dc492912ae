package parley.knowledge.document;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A web page: its article, and what its head says of it. */
final class HtmlFormat implements TextFormat {

  @Override
  public ParsedText parse(String text) {
    Document page = Jsoup.parse(text);
    return new ParsedText(HtmlMetadata.of(page), HtmlBlocks.of(Article.of(page)));
  }
}
