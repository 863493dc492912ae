package parley.bot.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * One grapheme of some HTML.
 *
 * @param text as it is seen
 * @param elements that it stands in, the outermost first
 */
record HtmlCharacter(String text, List<Element> elements) {

  HtmlCharacter {
    elements = List.copyOf(elements);
  }

  /** Reads HTML; its tags need not be in order. */
  static List<HtmlCharacter> of(String html) {
    // As XML, which lets every element stand where it stands.
    return Jsoup.parse(html, "", Parser.xmlParser())
        .nodeStream(TextNode.class)
        .flatMap(
            node -> {
              List<Element> elements = elements(node);
              return Graphemes.of(node.getWholeText()).stream()
                  .map(text -> new HtmlCharacter(text, elements));
            })
        .toList();
  }

  private static List<Element> elements(TextNode node) {
    Deque<Element> elements = new ArrayDeque<>();
    Element element = node.parentElement();
    while (element != null && element.parent() != null) {
      elements.addFirst(element);
      element = element.parent();
    }
    return List.copyOf(elements);
  }

  /** Writes HTML, well formed whatever was cut off. */
  static String html(List<HtmlCharacter> characters) {
    StringBuilder html = new StringBuilder();
    List<Element> open = List.of();
    for (HtmlCharacter character : characters) {
      move(html, open, character.elements);
      html.append(HtmlText.own(character.text));
      open = character.elements;
    }
    move(html, open, List.of());
    return html.toString();
  }

  private static void move(StringBuilder html, List<Element> from, List<Element> to) {
    int common = 0;
    while (common < Math.min(from.size(), to.size()) && from.get(common).equals(to.get(common))) {
      common++;
    }
    for (int i = from.size() - 1; i >= common; i--) {
      html.append("</").append(from.get(i).tagName()).append('>');
    }
    to.subList(common, to.size()).forEach(element -> html.append(openingTag(element)));
  }

  /** The tag that begins an element. */
  static String openingTag(Element element) {
    String attributes =
        element.attributes().asList().stream()
            .map(HtmlCharacter::attribute)
            .collect(Collectors.joining());
    return "<" + element.tagName() + attributes + ">";
  }

  private static String attribute(Attribute attribute) {
    return attribute.getValue().isEmpty()
        ? " " + attribute.getKey()
        : " " + attribute.getKey() + "=\"" + HtmlText.attribute(attribute.getValue()) + "\"";
  }

  boolean isBlank() {
    return text.isBlank();
  }
}
