package parley.knowledge.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Recognises the lines that stand on a page for the reader's way: running heads, page numbers,
 * contents.
 */
final class PdfFurniture {

  /** So many lines from either edge of a page may be furniture. */
  private static final int EDGE_LINES = 3;

  /** What stands at the edge of so many pages, but for numbers, is a running head. */
  private static final int PAGES_OF_RUNNING_HEAD = 3;

  /** If less of the text were left, what comes again is the text, as in a form. */
  private static final double LEAST_TEXT = 0.5;

  private static final Pattern NUMBER = Pattern.compile("\\d+|\\b[ivxlc]+\\b");

  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "[\\s–—|·-]*(?:page|p\\.|pg\\.?|seite|s\\.|стор\\.?|сторінка|стр\\.?|страница|strona)?\\s*"
              + "(?:\\d{1,4}|[ivxlc]{1,6})(?:\\s*(?:of|/|von|de|sur|з|из|z)\\s*\\d{1,4})?[\\s–—|·-]*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** A line of a table of contents, with dots that lead to the number of a page. */
  private static final Pattern CONTENTS = Pattern.compile("(?:\\.\\s?){5,}\\s*[\\divxlc]{1,6}$");

  private PdfFurniture() {}

  /** The lines without these. */
  static List<PdfLine> without(List<PdfLine> lines) {
    List<PdfLine> atEdges = edges(lines).values().stream().flatMap(List::stream).toList();
    PdfPageNumbers numbers = new PdfPageNumbers(atEdges);
    int usual = usualSize(lines);
    List<PdfLine> unnumbered =
        less(
            lines.stream().filter(line -> !CONTENTS.matcher(line.text()).find()).toList(),
            atEdges,
            line ->
                PAGE_NUMBER.matcher(line.text()).matches()
                    || (Math.round(line.size()) <= usual && numbers.isIn(line)));
    Map<String, Set<Integer>> pages = new HashMap<>();
    atEdges.forEach(
        line -> pages.computeIfAbsent(pattern(line), key -> new HashSet<>()).add(line.page()));
    List<PdfLine> text =
        less(unnumbered, atEdges, line -> pages.get(pattern(line)).size() >= PAGES_OF_RUNNING_HEAD);
    return characters(text) >= LEAST_TEXT * characters(unnumbered) ? text : unnumbered;
  }

  private static int usualSize(List<PdfLine> lines) {
    Map<Integer, Integer> characters = new HashMap<>();
    lines.forEach(
        line -> characters.merge(Math.round(line.size()), line.text().length(), Integer::sum));
    return characters.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  private static List<PdfLine> less(
      List<PdfLine> lines, List<PdfLine> candidates, Predicate<PdfLine> isFurniture) {
    Set<PdfLine> furniture =
        candidates.stream().filter(isFurniture).collect(Collectors.toCollection(HashSet::new));
    return lines.stream().filter(line -> !furniture.contains(line)).toList();
  }

  private static int characters(List<PdfLine> lines) {
    return lines.stream().mapToInt(line -> line.text().length()).sum();
  }

  private static Map<Integer, List<PdfLine>> edges(List<PdfLine> lines) {
    Map<Integer, List<PdfLine>> pages = new TreeMap<>();
    lines.forEach(line -> pages.computeIfAbsent(line.page(), page -> new ArrayList<>()).add(line));
    pages.replaceAll((page, all) -> ofPage(all));
    return pages;
  }

  private static List<PdfLine> ofPage(List<PdfLine> lines) {
    List<PdfLine> downwards =
        lines.stream().sorted(Comparator.comparingDouble(PdfLine::bottom)).toList();
    int count = downwards.size();
    if (count <= 2 * EDGE_LINES) {
      return downwards;
    }
    List<PdfLine> edges = new ArrayList<>(downwards.subList(0, EDGE_LINES));
    edges.addAll(downwards.subList(count - EDGE_LINES, count));
    return edges;
  }

  /** The line with its numbers alike, since those are what changes from page to page. */
  private static String pattern(PdfLine line) {
    return Math.round(line.size())
        + NUMBER.matcher(line.text().toLowerCase(Locale.ROOT)).replaceAll("#");
  }
}
