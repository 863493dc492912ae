package parley.knowledge.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.knowledge.Paragraph;

/** Numbers what a reader would count as paragraphs: not headings, and a list with its lead-in. */
final class Paragraphs {

  private Paragraphs() {}

  /**
   * Numbers the paragraphs from 1.
   *
   * @param title a heading that repeats it opens no section
   */
  static List<Paragraph> number(List<Block> blocks, @Nullable String title) {
    List<Paragraph> paragraphs = new ArrayList<>();
    String section = null;
    boolean first = true;
    for (Block block : blocks) {
      if (block.kind() == Block.Kind.HEADING) {
        section = first || block.text().equals(title) ? null : block.text();
      } else {
        add(block, section, paragraphs);
      }
      first = false;
    }
    return paragraphs;
  }

  private static void add(Block block, @Nullable String section, List<Paragraph> paragraphs) {
    int last = paragraphs.size() - 1;
    if (block.kind() == Block.Kind.LIST && last >= 0 && paragraphs.get(last).text().endsWith(":")) {
      Paragraph lead = paragraphs.get(last);
      paragraphs.set(
          last,
          new Paragraph(
              lead.number(), lead.section(), lead.text() + "\n" + block.text(), lead.page()));
    } else {
      paragraphs.add(new Paragraph(last + 2, section, block.text(), block.page()));
    }
  }
}
