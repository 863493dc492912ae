package parley.knowledge.document;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A table of articles with a line of column names (RFC 4180; commas, semicolons or tabs): each row
 * is a document.
 */
final class SeparatedFormat implements DocumentFormat {

  private static final Logger log = LoggerFactory.getLogger(SeparatedFormat.class);

  private static final String SEPARATORS = ",;\t";

  private static final CsvMapper CSV =
      CsvMapper.builder()
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .enable(CsvParser.Feature.IGNORE_TRAILING_UNMAPPABLE)
          .build();

  @Override
  public List<ParsedText> parse(String name, byte[] bytes) {
    String text = DocumentText.decode(name, bytes);
    CsvSchema schema = CsvSchema.emptySchema().withHeader().withColumnSeparator(separator(text));
    try (MappingIterator<Map<String, String>> rows =
        CSV.readerForMapOf(String.class).with(schema).readValues(text)) {
      return documents(name, rows);
    } catch (JacksonException e) {
      long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new DocumentException(
          name + " is no table of columns at line " + line + ": mend it", e);
    } catch (IOException e) {
      throw new DocumentException(name + " cannot be read: mend it", e);
    }
  }

  private static List<ParsedText> documents(String name, MappingIterator<Map<String, String>> rows)
      throws IOException {
    List<ParsedText> documents = new ArrayList<>();
    ArticleRow reader = new ArticleRow();
    int number = 0;
    while (rows.hasNextValue()) {
      Map<String, String> row = rows.nextValue();
      number++;
      requireText(name, row.keySet());
      if (number > ArticleRow.MAX_ROWS) {
        log.warn("{} is long: only its first {} rows are served", name, ArticleRow.MAX_ROWS);
        return documents;
      }
      reader.read(number, row).ifPresent(documents::add);
    }
    if (documents.size() < number) {
      log.warn("{}: {} of its {} rows hold no text", name, number - documents.size(), number);
    }
    return documents;
  }

  private static void requireText(String name, Set<String> columns) {
    if (!ArticleRow.hasText(columns)) {
      throw new DocumentException(
          name + " has no column named text: name its columns title, date, url, text");
    }
  }

  /** The one of which the line of column names has most. */
  private static char separator(String text) {
    String names = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    return (char)
        SEPARATORS.chars().reduce((a, b) -> count(names, b) > count(names, a) ? b : a).orElse(',');
  }

  private static long count(String line, int separator) {
    return line.chars().filter(c -> c == separator).count();
  }
}
