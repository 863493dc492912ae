package parley.bot.telegram;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.inlinequery.inputmessagecontent.InputTextMessageContent;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;
import parley.knowledge.Answer;
import parley.knowledge.Citation;
import parley.knowledge.Outcome;

/** What a person may choose from to send into any chat: whole answers, then what they quote. */
final class InlineAnswers {

  private static final int MOST = 5;
  private static final int LONGEST_QUESTION = 200;
  private static final int LONGEST_QUOTE = 3_000;
  private static final int LONGEST_TITLE = 80;
  private static final int LONGEST_DESCRIPTION = 160;

  private InlineAnswers() {}

  /** What is seen in the list, and what is sent if it is chosen. */
  private record Offer(String title, String description, String html) {

    InlineQueryResultArticle article(int number) {
      return InlineQueryResultArticle.builder()
          .id(Integer.toString(number))
          .title(CleanText.line(title, LONGEST_TITLE))
          .description(CleanText.line(description, LONGEST_DESCRIPTION))
          .inputMessageContent(
              InputTextMessageContent.builder()
                  .messageText(html)
                  .parseMode(TelegramMessage.PARSE_MODE)
                  .linkPreviewOptions(LinkPreviewOptions.builder().isDisabled(true).build())
                  .build())
          .build();
    }
  }

  /**
   * At most five articles; a single one that says so where nothing is answered.
   *
   * @param question what was typed
   * @param answers to it, the best first
   */
  static List<InlineQueryResultArticle> of(String question, List<Answer> answers, Phrases phrases) {
    List<Answer> answered =
        answers.stream().filter(answer -> answer.outcome() == Outcome.ANSWERED).toList();
    Stream<Offer> whole = answered.stream().map(answer -> answer(question, answer, phrases));
    Stream<Offer> quotes =
        answered.stream()
            .flatMap(answer -> answer.citations().stream())
            .map(citation -> quote(citation, phrases));
    List<Offer> offers = Stream.concat(whole, quotes).limit(MOST).toList();
    return articles(offers.isEmpty() ? List.of(nothing(question, phrases)) : offers);
  }

  /**
   * What is offered before anything is typed.
   *
   * @param botName without the {@code @}
   */
  static List<InlineQueryResultArticle> hint(String botName, Phrases phrases) {
    return articles(
        List.of(
            new Offer(
                phrases.text("inline.hint.title"),
                phrases.text("inline.hint.description"),
                HtmlText.own(phrases.text("inline.hint.message", botName)))));
  }

  private static List<InlineQueryResultArticle> articles(List<Offer> offers) {
    return IntStream.range(0, offers.size()).mapToObj(i -> offers.get(i).article(i + 1)).toList();
  }

  private static Offer answer(String question, Answer answer, Phrases phrases) {
    String html = asked(question) + AnswerMessages.answered(answer, phrases);
    return new Offer(
        AnswerMessages.withoutMarkers(answer.text()),
        SourceLine.plain(answer.citations().get(0).source(), phrases),
        HtmlSplitter.split(html).get(0));
  }

  private static Offer quote(Citation citation, Phrases phrases) {
    String quote = phrases.text("quoted", Excerpt.beginning(citation.quote(), LONGEST_QUOTE));
    String html =
        "<blockquote>"
            + HtmlText.escape(quote)
            + "</blockquote>\n"
            + SourceLine.withParagraph(citation, phrases);
    return new Offer(SourceLine.plain(citation.source(), phrases), quote, html);
  }

  private static Offer nothing(String question, Phrases phrases) {
    return new Offer(
        phrases.text("inline.nothing.title"),
        phrases.text("inline.nothing.description"),
        asked(question) + HtmlText.own(phrases.text("not-in-sources")));
  }

  /** For the readers of the chat, who have not seen it. */
  private static String asked(String question) {
    return HtmlText.bold(HtmlText.escape(CleanText.line(question, LONGEST_QUESTION))) + "\n\n";
  }
}
