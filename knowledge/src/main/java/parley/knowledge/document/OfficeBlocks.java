package parley.knowledge.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Gathers the blocks of an office document while its XML is walked through. A paragraph may stand
 * within another, as in a text box; a table's row becomes a line.
 */
final class OfficeBlocks {

  private final List<Block> blocks = new ArrayList<>();
  private final Deque<StringBuilder> open = new ArrayDeque<>();
  private final List<String> items = new ArrayList<>();
  private final List<String> cells = new ArrayList<>();
  private final List<String> rows = new ArrayList<>();
  private int tables;

  void startParagraph() {
    open.push(new StringBuilder());
  }

  /** Adds to the paragraph that is open, if one is. */
  void append(String text) {
    if (!open.isEmpty()) {
      open.peek().append(text);
    }
  }

  void endParagraph(Block.Kind kind) {
    String text = open.isEmpty() ? "" : Whitespace.oneLine(open.pop().toString());
    if (text.isEmpty()) {
      return;
    }
    if (tables > 0) {
      addToCell(text);
    } else if (kind == Block.Kind.LIST) {
      items.add("- " + text);
    } else {
      flush();
      blocks.add(kind == Block.Kind.HEADING ? Block.heading(text) : Block.paragraph(text));
    }
  }

  private void addToCell(String text) {
    if (cells.isEmpty()) {
      cells.add("");
    }
    int last = cells.size() - 1;
    cells.set(last, cells.get(last).isEmpty() ? text : cells.get(last) + " " + text);
  }

  void startTable() {
    if (tables == 0) {
      flush();
    }
    tables++;
  }

  void startCell() {
    if (tables == 1) {
      cells.add("");
    }
  }

  /** A row of one cell is there for the looks: its text is a paragraph. */
  void endRow() {
    if (tables != 1) {
      return;
    }
    List<String> filled = cells.stream().filter(cell -> !cell.isEmpty()).toList();
    if (filled.size() == 1) {
      flush();
      blocks.add(Block.paragraph(filled.get(0)));
    } else if (filled.size() > 1) {
      rows.add("- " + String.join("; ", filled));
    }
    cells.clear();
  }

  void endTable() {
    tables--;
    if (tables == 0) {
      flush();
    }
  }

  private void flush() {
    for (List<String> lines : List.of(items, rows)) {
      if (!lines.isEmpty()) {
        blocks.add(Block.list(String.join("\n", lines)));
        lines.clear();
      }
    }
  }

  List<Block> blocks() {
    flush();
    return List.copyOf(blocks);
  }
}
