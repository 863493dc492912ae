package parley.knowledge.document;

import java.util.Locale;
import java.util.Map;

/** The formats, by the endings of their files. */
final class DocumentFormats {

  private static final String READ =
      ".md, .txt, .html, .pdf, .docx, .odt, .epub, .eml, .csv or .jsonl";

  private static final DocumentFormat PLAIN = new TextFile(new PlainTextFormat());
  private static final DocumentFormat MARKDOWN = new TextFile(new MarkdownFormat());
  private static final DocumentFormat HTML = new TextFile(new HtmlFormat());
  private static final DocumentFormat SEPARATED = new SeparatedFormat();
  private static final DocumentFormat JSON_LINES = new JsonLinesFormat();

  private static final Map<String, DocumentFormat> BY_ENDING =
      Map.ofEntries(
          Map.entry("md", MARKDOWN),
          Map.entry("markdown", MARKDOWN),
          Map.entry("txt", PLAIN),
          Map.entry("text", PLAIN),
          Map.entry("", PLAIN),
          Map.entry("html", HTML),
          Map.entry("htm", HTML),
          Map.entry("xhtml", HTML),
          Map.entry("pdf", new PdfFormat()),
          Map.entry("docx", new WordFormat()),
          Map.entry("odt", new OpenTextFormat()),
          Map.entry("epub", new EpubFormat()),
          Map.entry("eml", new MailFormat()),
          Map.entry("csv", SEPARATED),
          Map.entry("tsv", SEPARATED),
          Map.entry("jsonl", JSON_LINES),
          Map.entry("ndjson", JSON_LINES));

  private DocumentFormats() {}

  /**
   * The format of a file.
   *
   * @throws DocumentException if none has its ending
   */
  static DocumentFormat of(String name) {
    String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String ending = file.substring(file.lastIndexOf('.') + 1);
    DocumentFormat format =
        BY_ENDING.get(ending.equals(file) ? "" : ending.toLowerCase(Locale.ROOT));
    if (format == null) {
      throw new DocumentException(
          name + " is of a format that is not read (." + ending + "): give it as " + READ);
    }
    return format;
  }
}
