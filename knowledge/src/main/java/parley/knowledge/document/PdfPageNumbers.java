package parley.knowledge.document;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the lines that carry a page's printed number beside other words, such as a chapter's title:
 * the numbers go up with the pages, from wherever they begin.
 */
final class PdfPageNumbers {

  /** That so many pages agree on where the numbers begin is no chance. */
  private static final int FEWEST_PAGES = 4;

  private static final Pattern AT_AN_END = Pattern.compile("^(\\d{1,4})\\s.*|.*\\s(\\d{1,4})$");

  private final OptionalInt difference;

  /**
   * @param atEdges the first and the last lines of the pages
   */
  PdfPageNumbers(List<PdfLine> atEdges) {
    Map<Integer, Set<Integer>> pages = new HashMap<>();
    for (PdfLine line : atEdges) {
      difference(line)
          .ifPresent(by -> pages.computeIfAbsent(by, key -> new HashSet<>()).add(line.page()));
    }
    difference =
        pages.entrySet().stream()
            .filter(entry -> entry.getValue().size() >= FEWEST_PAGES)
            .max(Comparator.comparingInt(entry -> entry.getValue().size()))
            .map(entry -> OptionalInt.of(entry.getKey()))
            .orElseGet(OptionalInt::empty);
  }

  boolean isIn(PdfLine line) {
    return difference.isPresent() && difference.equals(difference(line));
  }

  private static OptionalInt difference(PdfLine line) {
    Matcher number = AT_AN_END.matcher(line.text());
    if (!number.matches()) {
      return OptionalInt.empty();
    }
    String printed = number.group(1) == null ? number.group(2) : number.group(1);
    return OptionalInt.of(line.page() - Integer.parseInt(printed));
  }
}
