package parley.knowledge.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Plain text. Blank lines part paragraphs; where there are none within a block, each line is a
 * paragraph, unless the lines were broken at a fixed width.
 */
final class PlainTextFormat implements TextFormat {

  /** Texts broken at a fixed width keep to 72 or 80 columns; no line of one is longer than this. */
  private static final int MAX_WRAPPED_COLUMNS = 100;

  /** Shorter lines are lines for their own sake. */
  private static final int MIN_WRAPPED_COLUMNS = 40;

  private static final int MAX_HEADING_WORDS = 10;

  private static final Pattern BLANK_LINES = Pattern.compile("(?:\\R[ \\t]*){2,}");
  private static final Pattern ITEM =
      Pattern.compile("^\\s*(?:[-*•–]|\\d{1,2}[.)])\\s+.*[\\p{L}\\p{N}].*");
  private static final Pattern BULLET = Pattern.compile("^\\s*[-*•–]\\s+");
  private static final Pattern ENDS_SENTENCE = Pattern.compile(".*[.!?:;…][\"'”’»)\\]]*\\s*$");
  private static final Pattern STARTS_HEADING = Pattern.compile("^[\\p{Lu}\\d«“\"'‘].*");

  @Override
  public ParsedText parse(String text) {
    List<Block> blocks = new ArrayList<>();
    for (String part : BLANK_LINES.split(text)) {
      List<String> lines = part.lines().filter(line -> !line.isBlank()).toList();
      if (!lines.isEmpty()) {
        blocks.addAll(isWrapped(lines) ? List.of(joined(lines)) : eachLine(lines));
      }
    }
    return new ParsedText(Map.of(), blocks);
  }

  private static boolean isWrapped(List<String> lines) {
    List<String> allButLast = lines.subList(0, lines.size() - 1);
    return lines.size() > 1
        && lines.stream().allMatch(line -> line.length() <= MAX_WRAPPED_COLUMNS)
        && allButLast.stream().allMatch(line -> line.length() >= MIN_WRAPPED_COLUMNS)
        && lines.stream().noneMatch(line -> ITEM.matcher(line).matches() || isLeftover(line))
        && allButLast.stream().filter(PlainTextFormat::ends).count() * 2 < allButLast.size();
  }

  private static Block joined(List<String> lines) {
    return Block.paragraph(String.join("\n", lines));
  }

  private static List<Block> eachLine(List<String> lines) {
    List<Block> blocks = new ArrayList<>();
    List<String> items = new ArrayList<>();
    for (String line : lines) {
      if (ITEM.matcher(line).matches()) {
        items.add(BULLET.matcher(line).replaceFirst("- "));
        continue;
      }
      flush(items, blocks);
      blocks.add(isHeading(line) ? Block.heading(line) : Block.paragraph(line));
    }
    flush(items, blocks);
    return blocks;
  }

  private static void flush(List<String> items, List<Block> blocks) {
    if (!items.isEmpty()) {
      blocks.add(Block.list(String.join("\n", items)));
      items.clear();
    }
  }

  private static boolean isHeading(String line) {
    String plain = Whitespace.oneLine(line);
    return !ends(plain)
        && !isLeftover(plain)
        && plain.split(" ").length <= MAX_HEADING_WORDS
        && STARTS_HEADING.matcher(plain).matches();
  }

  private static boolean isLeftover(String line) {
    return WebLeftovers.isLeftover(Whitespace.oneLine(line));
  }

  private static boolean ends(String line) {
    return ENDS_SENTENCE.matcher(line).matches();
  }
}
