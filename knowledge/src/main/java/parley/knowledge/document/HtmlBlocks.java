package parley.knowledge.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

/** Turns an HTML element into blocks: what a reader sees as headings, paragraphs and lists. */
final class HtmlBlocks {

  private static final Set<String> UNSEEN =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "dialog",
          "nav",
          "footer",
          "aside",
          "form",
          "button",
          "select",
          "svg",
          "iframe",
          "object",
          "img",
          "video",
          "audio",
          "canvas");

  private static final Pattern HIDDEN = Pattern.compile("display\\s*:\\s*none");

  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder run = new StringBuilder();

  private HtmlBlocks() {}

  static List<Block> of(Element root) {
    HtmlBlocks reader = new HtmlBlocks();
    reader.readChildren(root);
    reader.endRun();
    return List.copyOf(reader.blocks);
  }

  private void readChildren(Element parent) {
    parent.childNodes().forEach(this::read);
  }

  private void read(Node node) {
    if (node instanceof TextNode text) {
      run.append(text.getWholeText());
    } else if (node instanceof Element element && !isUnseen(element)) {
      readElement(element);
    }
  }

  private void readElement(Element element) {
    switch (element.normalName()) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> add(Block.heading(element.text()));
      case "ul", "ol" -> add(Block.list(items(element)));
      case "table" -> add(Block.list(rows(element)));
      case "pre" -> add(Block.list(element.wholeText()));
      case "br" -> readBreak(element);
      default -> readContainer(element);
    }
  }

  private void readContainer(Element element) {
    if (!element.isBlock()) {
      readChildren(element);
      return;
    }
    endRun();
    readChildren(element);
    endRun();
  }

  private void readBreak(Element br) {
    if (br.nextSibling() instanceof Element next && next.normalName().equals("br")) {
      endRun();
    }
    run.append('\n');
  }

  private void add(Block block) {
    endRun();
    if (!block.text().isEmpty()) {
      blocks.add(block);
    }
  }

  private void endRun() {
    Block paragraph = Block.paragraph(run.toString());
    run.setLength(0);
    if (!paragraph.text().isEmpty()) {
      blocks.add(paragraph);
    }
  }

  private static String items(Element list) {
    return list.select("li").stream()
        .map(item -> "- " + ownText(item))
        .filter(line -> line.length() > 2)
        .collect(Collectors.joining("\n"));
  }

  private static String ownText(Element item) {
    Element copy = item.clone();
    copy.select("ul, ol").remove();
    return copy.text();
  }

  private static String rows(Element table) {
    List<String> heads = table.select("th").eachText();
    return table.select("tr").stream()
        .map(row -> row.select("td"))
        .filter(cells -> !cells.isEmpty())
        .map(cells -> row(heads, cells))
        .collect(Collectors.joining("\n"));
  }

  private static String row(List<String> heads, Elements cells) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i).text();
      parts.add(heads.size() == cells.size() ? heads.get(i) + ": " + cell : cell);
    }
    return "- " + String.join("; ", parts);
  }

  private static boolean isUnseen(Element element) {
    return UNSEEN.contains(element.normalName())
        || element.hasAttr("hidden")
        || HIDDEN.matcher(element.attr("style")).find()
        || "true".equals(element.attr("aria-hidden"));
  }
}
