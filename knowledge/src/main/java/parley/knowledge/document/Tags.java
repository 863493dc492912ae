package parley.knowledge.document;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tags as they stand in a line of metadata, with commas or semicolons between. */
final class Tags {

  /** Some pages list every word that might be searched for. */
  private static final int MOST = 50;

  private static final Pattern BETWEEN = Pattern.compile("[,;]");

  private Tags() {}

  static List<String> of(@Nullable String line) {
    return line == null
        ? List.of()
        : Arrays.stream(BETWEEN.split(line))
            .map(Whitespace::oneLine)
            .filter(tag -> !tag.isEmpty())
            .distinct()
            .limit(MOST)
            .toList();
  }
}
