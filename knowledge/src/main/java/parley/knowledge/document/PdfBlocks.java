package parley.knowledge.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Joins the lines of a PDF to headings, paragraphs and lists, as their setting shows them. */
final class PdfBlocks {

  /** A gap this much wider than the usual one parts paragraphs. */
  private static final float WIDE_GAP = 1.3f;

  /** Type this much larger than the usual makes a heading. */
  private static final float LARGE = 1.12f;

  /** Type this much smaller is that of notes; what is in between is another face of the text's. */
  private static final float SMALL = 0.85f;

  private static final float SAME_SIZE = 0.6f;
  private static final int MAX_HEADING_CHARACTERS = 160;

  /** A line that ends a sentence and this much of the usual width ends its paragraph. */
  private static final float SHORT_LINE = 0.85f;

  /** An indent of so many times the type's size begins a paragraph. */
  private static final float INDENT = 0.8f;

  private static final float MAX_INDENT = 5;

  private static final Pattern ITEM =
      Pattern.compile("^(?:[•‣▪●◦–*·-]|\\(?(?:\\d{1,2}|[a-z])[.)])\\s+\\S.*");
  private static final Pattern BULLET = Pattern.compile("^[•‣▪●◦–*·-]\\s+");

  private final List<PdfLine> lines;
  private final PdfWords words;
  private final float usualSize;
  private final float usualGap;
  private final float usualRight;
  private @Nullable PdfLine titleLine;
  private @Nullable String title;

  PdfBlocks(List<PdfLine> lines) {
    this.lines = lines;
    words = new PdfWords(lines);
    usualSize = usual(lines.stream().map(PdfLine::size).toList(), lines);
    usualGap = usual(gaps(), List.of());
    usualRight = (float) lines.stream().mapToDouble(PdfLine::right).max().orElse(0);
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    List<PdfLine> run = new ArrayList<>();
    for (PdfLine line : lines) {
      if (!run.isEmpty() && begins(line, run.get(run.size() - 1), run.get(0))) {
        add(run, blocks);
        run.clear();
      }
      run.add(line);
    }
    add(run, blocks);
    return blocks;
  }

  private void add(List<PdfLine> run, List<Block> blocks) {
    if (run.isEmpty()) {
      return;
    }
    String text = words.joined(run);
    int page = run.get(0).page();
    if (isHeading(run.get(0), text)) {
      blocks.add(Block.heading(text).on(page));
      noteTitle(run.get(0), text);
    } else if (isItem(run.get(0))) {
      addItem("- " + BULLET.matcher(text).replaceFirst(""), page, blocks);
    } else {
      blocks.add(Block.paragraph(text).on(page));
    }
  }

  private void noteTitle(PdfLine line, String text) {
    if (line.page() == 1
        && isLarge(line)
        && (titleLine == null || line.size() > titleLine.size())) {
      titleLine = line;
      title = text;
    }
  }

  /** What is set in the largest type on the first page, once the blocks were made. */
  Optional<String> title() {
    return Optional.ofNullable(title);
  }

  private static void addItem(String item, int page, List<Block> blocks) {
    Block last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
    if (last != null && last.kind() == Block.Kind.LIST) {
      Integer begins = last.page();
      blocks.set(
          blocks.size() - 1,
          Block.list(last.text() + "\n" + item).on(begins == null ? page : begins));
    } else {
      blocks.add(Block.list(item).on(page));
    }
  }

  /** Whether a line begins a block, and does not go on with the one of the line before. */
  private boolean begins(PdfLine line, PdfLine before, PdfLine first) {
    if (isItem(line)
        || line.bold() != before.bold()
        || isSmall(line) != isSmall(before)
        || differsAsHeading(line, before)) {
      return true;
    }
    float gap = line.bottom() - before.bottom();
    if (line.page() != before.page() || gap < 0) {
      return before.endsSentence() || isLarge(before) || (isShort(before) && !goesOn(line));
    }
    return gap > WIDE_GAP * Math.max(usualGap, line.size())
        || isIndented(line, before, first)
        || (before.endsSentence() && isShort(before) && gap > 0);
  }

  private boolean differsAsHeading(PdfLine line, PdfLine before) {
    return isLarge(line) != isLarge(before)
        || (isLarge(line) && Math.abs(line.size() - before.size()) > SAME_SIZE);
  }

  private boolean isSmall(PdfLine line) {
    return line.size() < SMALL * usualSize;
  }

  private boolean isShort(PdfLine line) {
    return line.right() < SHORT_LINE * usualRight;
  }

  private static boolean goesOn(PdfLine line) {
    return Character.isLowerCase(line.text().codePointAt(0));
  }

  private static boolean isIndented(PdfLine line, PdfLine before, PdfLine first) {
    float indent = line.left() - before.left();
    return !isItem(first)
        && before.endsSentence()
        && indent > INDENT * line.size()
        && indent < MAX_INDENT * line.size();
  }

  private boolean isHeading(PdfLine line, String text) {
    return text.length() <= MAX_HEADING_CHARACTERS
        && (isLarge(line) || line.bold())
        && !text.matches("(?s).*[.,;]$");
  }

  private boolean isLarge(PdfLine line) {
    return line.size() > LARGE * usualSize;
  }

  private static boolean isItem(PdfLine line) {
    return ITEM.matcher(line.text()).matches();
  }

  private List<Float> gaps() {
    List<Float> gaps = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      float gap = lines.get(i).bottom() - lines.get(i - 1).bottom();
      if (lines.get(i).page() == lines.get(i - 1).page() && gap > 0) {
        gaps.add(gap);
      }
    }
    return gaps;
  }

  /** The value met most, to a fifth of a point; of lines, weighed by their length. */
  private static float usual(List<Float> values, List<PdfLine> lines) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int i = 0; i < values.size(); i++) {
      int weight = lines.isEmpty() ? 1 : lines.get(i).text().length();
      counts.merge(Math.round(values.get(i) * 5), weight, Integer::sum);
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(most -> most.getKey() / 5f)
        .orElse(0f);
  }
}
