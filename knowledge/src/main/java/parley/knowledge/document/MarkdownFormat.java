package parley.knowledge.document;

import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;

/** Markdown as CommonMark defines it, with GitHub's tables; read by way of its HTML. */
final class MarkdownFormat implements TextFormat {

  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

  private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
  private final HtmlRenderer html = HtmlRenderer.builder().extensions(EXTENSIONS).build();

  @Override
  public ParsedText parse(String text) {
    String rendered = html.render(parser.parse(text));
    return new ParsedText(Map.of(), HtmlBlocks.of(Jsoup.parseBodyFragment(rendered).body()));
  }
}
