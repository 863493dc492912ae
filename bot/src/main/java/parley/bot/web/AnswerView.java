package parley.bot.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.knowledge.Answer;
import parley.knowledge.Outcome;
import parley.knowledge.Statement;

/**
 * An answer as a page shows it; what the script of the page makes of an answer's JSON is the same.
 *
 * @param id what it is shared by; null where it cannot be
 * @param question as it was asked
 * @param kind the outcome's code, for the style
 * @param notInSources whether the documents do not say
 * @param blocks paragraphs and lists
 * @param citations what it rests on
 * @param suggestions what can be asked next
 * @param language of its own words
 */
record AnswerView(
    @Nullable String id,
    String question,
    String kind,
    boolean notInSources,
    List<Block> blocks,
    List<CitationView> citations,
    List<String> suggestions,
    String language) {

  private static final Pattern ITEM = Pattern.compile("^[-*•] ");

  /** Lines that belong together. */
  record Block(boolean list, List<Line> lines) {}

  /** Text and markers, in turn. */
  record Line(List<Piece> pieces) {}

  /** Some text, and the marker after it, if there is one. */
  record Piece(String text, @Nullable CitationView marker) {}

  static AnswerView of(@Nullable String id, Answer answer, PageText text) {
    List<CitationView> citations =
        answer.citations().stream().map(citation -> CitationView.of(citation, text)).toList();
    return new AnswerView(
        answer.outcome() == Outcome.ANSWERED ? id : null,
        answer.question(),
        answer.outcome().code().replace('_', '-'),
        answer.outcome() == Outcome.NOT_IN_SOURCES,
        blocks(shown(answer), citations),
        citations,
        answer.suggestions(),
        answer.language());
  }

  /** Without the sentence that lists the suggestions, which are shown below it to be chosen. */
  private static String shown(Answer answer) {
    List<String> suggestions = answer.suggestions();
    int list = suggestions.isEmpty() ? -1 : answer.text().indexOf(suggestions.get(0));
    int end = list < 0 ? -1 : answer.text().lastIndexOf(". ", list);
    return end < 0 ? answer.text() : answer.text().substring(0, end + 1);
  }

  private static List<Block> blocks(String text, List<CitationView> citations) {
    Map<Integer, CitationView> byNumber =
        citations.stream().collect(Collectors.toMap(CitationView::number, Function.identity()));
    List<Block> blocks = new ArrayList<>();
    for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
      boolean item = ITEM.matcher(line).find();
      boolean goesOn = item && !blocks.isEmpty() && blocks.get(blocks.size() - 1).list();
      if (!goesOn) {
        blocks.add(new Block(item, new ArrayList<>()));
      }
      blocks
          .get(blocks.size() - 1)
          .lines()
          .add(line(ITEM.matcher(line).replaceFirst(""), byNumber));
    }
    return blocks;
  }

  private static Line line(String text, Map<Integer, CitationView> citations) {
    List<Piece> pieces = new ArrayList<>();
    Matcher marker = Statement.MARKER.matcher(text);
    int from = 0;
    while (marker.find()) {
      CitationView citation = citations.get(number(marker));
      if (citation != null) {
        pieces.add(new Piece(text.substring(from, marker.start()).stripTrailing(), citation));
        from = marker.end();
      }
    }
    pieces.add(new Piece(text.substring(from), null));
    return new Line(pieces);
  }

  private static int number(MatchResult marker) {
    return Integer.parseInt(marker.group(1));
  }
}
