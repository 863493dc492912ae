package parley.bot.telegram;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.bot.chat.PartialAnswer;
import parley.knowledge.Answer;
import parley.knowledge.Citation;
import parley.knowledge.Statement;

/** Renders an answer as messages; nearly always it is one. */
final class AnswerMessages {

  /** Telegram makes no lists of such lines. */
  private static final Pattern BULLET = Pattern.compile("^[-*] ", Pattern.MULTILINE);

  private static final String MORE_TO_COME = " …";

  private AnswerMessages() {}

  /**
   * The messages, in the order to send them.
   *
   * @param id the answer's, for its buttons: at most 40 letters, digits and hyphens
   * @param phrases of the language of the person who asked
   */
  static List<TelegramMessage> of(String id, Answer answer, Phrases phrases) {
    return of(id, answer, phrases, "");
  }

  /**
   * The messages, in the order to send them.
   *
   * @param heading a paragraph of the bot's own words above the answer, without markup; may be
   *     empty
   */
  static List<TelegramMessage> of(String id, Answer answer, Phrases phrases, String heading) {
    return TelegramMessage.split(
        above(heading) + html(answer, phrases), AnswerKeyboard.of(id, answer, phrases));
  }

  private static String above(String heading) {
    return heading.isEmpty() ? "" : HtmlText.own(heading) + "\n\n";
  }

  private static String html(Answer answer, Phrases phrases) {
    return switch (answer.outcome()) {
      case ANSWERED -> answered(answer, phrases);
      case NOT_IN_SOURCES -> inPersonsLanguage(answer, phrases, notInSources(answer, phrases));
      case SMALL_TALK -> inPersonsLanguage(answer, phrases, ours("small-talk", phrases));
      case REFUSED -> inPersonsLanguage(answer, phrases, ours("question-refused", phrases));
      case FAILED -> inPersonsLanguage(answer, phrases, ours("failed", phrases));
    };
  }

  /** The answer's own words where the person understands them, or else ours, which are HTML. */
  private static String inPersonsLanguage(Answer answer, Phrases phrases, String ours) {
    String own = HtmlText.escape(answer.text());
    return phrases.isLanguage(answer.language()) && !own.isBlank() ? own : ours;
  }

  private static String ours(String key, Phrases phrases) {
    return HtmlText.own(phrases.text(key));
  }

  private static String notInSources(Answer answer, Phrases phrases) {
    String sorry = ours("not-in-sources", phrases);
    return answer.suggestions().isEmpty()
        ? sorry
        : sorry + "\n\n" + ours("not-in-sources.nearby", phrases) + topics(answer.suggestions());
  }

  private static String topics(List<String> topics) {
    return topics.stream()
        .map(topic -> "\n• " + HtmlText.escape(topic))
        .collect(Collectors.joining());
  }

  /** The statements, and below them the citations, folded. */
  static String answered(Answer answer, Phrases phrases) {
    return statements(answer.text(), answer.citations())
        + "\n\n"
        + citations(answer.citations(), phrases);
  }

  /** What is said, without its citations' markers. */
  static String withoutMarkers(String text) {
    return Statement.MARKER.matcher(text).replaceAll("").replaceAll(" +(?=\\s|$)", "");
  }

  /** What stands of an answer, as far as one message goes. */
  static TelegramMessage of(PartialAnswer answer, String heading) {
    String html = above(heading) + statements(answer.text(), answer.citations()) + MORE_TO_COME;
    return TelegramMessage.split(html, null).get(0);
  }

  /** The text, its markers linked to their sources. */
  private static String statements(String text, List<Citation> cited) {
    Map<Integer, Citation> citations =
        cited.stream().collect(Collectors.toMap(Citation::number, Function.identity()));
    return Statement.MARKER
        .matcher(BULLET.matcher(HtmlText.escape(text)).replaceAll("• "))
        .replaceAll(
            marker ->
                Matcher.quoteReplacement(
                    linked(marker.group(), citations.get(Integer.valueOf(marker.group(1))))));
  }

  private static String linked(String marker, @Nullable Citation citation) {
    return citation == null ? marker : HtmlText.link(citation.source().url(), marker);
  }

  private static String citations(List<Citation> citations, Phrases phrases) {
    return citations.stream()
        .map(citation -> SourceLine.html(citation, phrases) + "\n" + quote(citation, phrases))
        .collect(Collectors.joining("\n\n", "<blockquote expandable>", "</blockquote>"));
  }

  private static String quote(Citation citation, Phrases phrases) {
    return HtmlText.italic(HtmlText.escape(phrases.text("quoted", citation.quote())));
  }
}
