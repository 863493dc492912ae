package parley.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static parley.bot.telegram.Answered.NOTES;
import static parley.bot.telegram.Answered.NPR;
import static parley.bot.telegram.Answered.answer;
import static parley.bot.telegram.Answered.answered;
import static parley.bot.telegram.Answered.citation;

import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.inlinequery.inputmessagecontent.InputTextMessageContent;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;
import parley.knowledge.Answer;
import parley.knowledge.Citation;
import parley.knowledge.Outcome;

class InlineAnswersTest {

  private static final Phrases ENGLISH = Phrases.in("en");

  @Test
  void offersTheAnswerAndThenWhatItQuotes() throws TelegramApiValidationException {
    Answer answer =
        answered(
            "Leaders meet. [1] Macron hosts. [2]",
            citation(1, NPR, 3, "Leaders <meet>"),
            citation(2, NOTES, 1, "Macron hosts"));
    List<InlineQueryResultArticle> articles =
        InlineAnswers.of("Who <meets>?", List.of(answer), ENGLISH);

    assertThat(articles)
        .extracting(
            InlineQueryResultArticle::getId,
            InlineQueryResultArticle::getTitle,
            InlineQueryResultArticle::getDescription)
        .containsExactly(
            tuple(
                "1", "Leaders meet. Macron hosts.", "Allies meet in Paris · NPR · 6 January 2026"),
            tuple("2", "Allies meet in Paris · NPR · 6 January 2026", "“Leaders <meet>”"),
            tuple("3", "Notes & <drafts>", "“Macron hosts”"));
    assertThat(html(articles.get(0)))
        .isEqualTo(
            """
            <b>Who &lt;meets&gt;?</b>

            Leaders meet. <a href="https://example.org/paris?a=1&amp;b=2">[1]</a> Macron hosts. [2]

            <blockquote expandable>[1] <a href="https://example.org/paris?a=1&amp;b=2">Allies meet in Paris</a> · NPR · 6 January 2026 · paragraph 3
            <i>“Leaders &lt;meet&gt;”</i>

            [2] Notes &amp; &lt;drafts&gt; · paragraph 1
            <i>“Macron hosts”</i></blockquote>""");
    assertThat(html(articles.get(1)))
        .isEqualTo(
            """
            <blockquote>“Leaders &lt;meet&gt;”</blockquote>
            <a href="https://example.org/paris?a=1&amp;b=2">Allies meet in Paris</a> · NPR · 6 January 2026 · paragraph 3""");
    for (InlineQueryResultArticle article : articles) {
      article.validate();
    }
  }

  @Test
  void offersAtMostFive() {
    Citation[] citations =
        IntStream.rangeClosed(1, 9)
            .mapToObj(i -> citation(i, NPR, i, "Much"))
            .toArray(Citation[]::new);
    Answer answer = answered("Much. [1]", citations);
    assertThat(InlineAnswers.of("What?", List.of(answer), ENGLISH)).hasSize(5);
  }

  @Test
  void saysSoWhereNothingIsAnswered() {
    Answer nothing = answer(Outcome.NOT_IN_SOURCES, "The documents do not say.", "en");
    List<InlineQueryResultArticle> articles =
        InlineAnswers.of("Хто \u202Eпереміг?", List.of(nothing), Phrases.in("uk"));
    assertThat(articles)
        .extracting(
            InlineQueryResultArticle::getTitle,
            InlineQueryResultArticle::getDescription,
            InlineAnswersTest::html)
        .containsExactly(
            tuple(
                "У документах не знайдено",
                "Спробуйте інакше: імена, місця, дати.",
                "<b>Хто переміг?</b>\n\nЯ не знайшов цього в документах, а вгадувати не хочу."));
  }

  @Test
  void hintsAtWhatToTypeBeforeAnythingIs() {
    assertThat(InlineAnswers.hint("parley_bot", ENGLISH))
        .extracting(
            InlineQueryResultArticle::getTitle,
            InlineQueryResultArticle::getDescription,
            InlineAnswersTest::html)
        .containsExactly(
            tuple(
                "Ask about the Paris talks on Ukraine",
                "Go on typing your question. You choose the answer to send.",
                "@parley_bot answers questions about the Paris talks on Ukraine, with the"
                    + " sources."));
  }

  @Test
  void eachFitsOneMessageHoweverLongTheAnswer() {
    Answer answer =
        answered(
            "Much is said. [1] ".repeat(900), citation(1, NPR, 3, "Much is said. ".repeat(900)));
    assertThat(InlineAnswers.of("What? ".repeat(900), List.of(answer), ENGLISH))
        .hasSize(2)
        .allSatisfy(
            article -> {
              assertThat(Jsoup.parse(html(article)).wholeText().length()).isBetween(1, 4_096);
              assertThat(article.getTitle().length()).isBetween(1, 80);
              assertThat(article.getDescription().length()).isBetween(1, 160);
            });
  }

  private static String html(InlineQueryResultArticle article) {
    InputTextMessageContent content = (InputTextMessageContent) article.getInputMessageContent();
    assertThat(content.getParseMode()).isEqualToIgnoringCase("HTML");
    assertThat(content.getLinkPreviewOptions().getIsDisabled()).isTrue();
    return content.getMessageText();
  }
}
