package parley.bot.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parley.knowledge.Citation;
import parley.knowledge.Statement;

/**
 * What stands of an answer that a language model is still writing. Immutable.
 *
 * @param id that of the answer to be
 * @param statements those that have passed the check, in their order; at least one
 * @param citations those that they name, by number
 */
public record PartialAnswer(String id, List<Statement> statements, List<Citation> citations) {

  public PartialAnswer {
    statements = List.copyOf(statements);
    List<Citation> ordered = new ArrayList<>(citations);
    ordered.sort(Comparator.comparingInt(Citation::number));
    citations = List.copyOf(ordered);
  }

  /** The same with one statement more, whose citations may say more than before. */
  PartialAnswer with(Statement statement, List<Citation> cited) {
    List<Statement> more = new ArrayList<>(statements);
    more.add(statement);
    Map<Integer, Citation> byNumber = new TreeMap<>();
    citations.forEach(citation -> byNumber.put(citation.number(), citation));
    cited.forEach(citation -> byNumber.put(citation.number(), citation));
    return new PartialAnswer(id, more, List.copyOf(byNumber.values()));
  }

  /** The statements as one text with markers; a list ends its paragraph. */
  public String text() {
    return Statement.joined(statements);
  }
}
