package parley.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.bot.telegram.Answered.ID;
import static parley.bot.telegram.Answered.NOTES;
import static parley.bot.telegram.Answered.NPR;
import static parley.bot.telegram.Answered.answer;
import static parley.bot.telegram.Answered.answered;
import static parley.bot.telegram.Answered.buttons;
import static parley.bot.telegram.Answered.citation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.knowledge.Answer;
import parley.knowledge.Citation;
import parley.knowledge.Outcome;
import parley.knowledge.Source;

class AnswerMessagesTest {

  private static final Phrases ENGLISH = Phrases.in("en");

  @Test
  void anAnswerHasLinkedMarkersFoldedCitationsAndButtons() {
    TelegramMessage message =
        only(
            answered(
                "35 participants <meet>. [1] Macron hosts & speaks. [1][2]",
                citation(1, NPR, 3, "35 participants, among them 27 heads, are meeting"),
                citation(2, NOTES, 1, "Macron <b>hosts</b> & speaks")),
            ENGLISH);

    assertThat(message.html())
        .isEqualTo(
            """
            35 participants &lt;meet&gt;. <a href="https://example.org/paris?a=1&amp;b=2">[1]</a> Macron hosts &amp; speaks. <a href="https://example.org/paris?a=1&amp;b=2">[1]</a>[2]

            <blockquote expandable>[1] <a href="https://example.org/paris?a=1&amp;b=2">Allies meet in Paris</a> · NPR · 6 January 2026 · paragraph 3
            <i>“35 participants, among them 27 heads, are meeting”</i>

            [2] Notes &amp; &lt;drafts&gt; · paragraph 1
            <i>“Macron &lt;b&gt;hosts&lt;/b&gt; &amp; speaks”</i></blockquote>""");
    assertThat(buttons(message.keyboard()))
        .isEqualTo(
            """
            Passage [1] → p:ID:1 | Passage [2] → p:ID:2
            👍 → u:ID | 👎 → d:ID""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "uk | · NPR · 6 січня 2026 р. · абзац 3 «They meet» Уривок [1]",
        "fr | · NPR · 6 janvier 2026 · paragraphe 3 « They meet » Passage [1]",
        "de | · NPR · 6. Januar 2026 · Absatz 3 „They meet“ Textstelle [1]",
        "pl | · NPR · 6 stycznia 2026 · akapit 3 „They meet” Fragment [1]",
        "ru | · NPR · 6 января 2026 г. · абзац 3 «They meet» Отрывок [1]"
      })
  void whatIsOursIsInThePersonsLanguage(String language, String expected) {
    TelegramMessage message =
        only(answered("They meet. [1]", citation(1, NPR, 3, "They meet")), Phrases.in(language));
    String citation = Jsoup.parse(message.html()).select("blockquote").text();
    String label = message.keyboard().getKeyboard().get(0).get(0).getText();
    assertThat((citation + " " + label).replace('\u00a0', ' '))
        .isEqualTo("[1] Allies meet in Paris " + expected);
  }

  @Test
  void aHeadingStandsAboveTheAnswer() {
    List<TelegramMessage> messages =
        AnswerMessages.of(
            ID,
            answered("They meet. [1]", citation(1, NOTES, 3, "They meet")),
            ENGLISH,
            "In <en>:");
    assertThat(messages.get(0).html())
        .startsWith("In &lt;en&gt;:\n\nThey meet. [1]\n\n<blockquote");
  }

  @Test
  void aListGetsBullets() {
    TelegramMessage message =
        only(
            answered("Priorities:\n- monitoring;\n- support. [1]", citation(1, NOTES, 2, "a - b")),
            ENGLISH);
    assertThat(message.html()).startsWith("Priorities:\n• monitoring;\n• support. [1]\n\n");
  }

  @Test
  void aHostileDocumentIsShownAndNotObeyed() {
    Source hostile =
        new Source(
            "hostile",
            "</blockquote><a href='tg://user?id=1'>\u202EsiraP\nin</a>",
            "@everyone",
            null,
            "javascript:alert(1)",
            null,
            1);
    TelegramMessage message =
        only(answered("/forget <script>. [1]", citation(1, hostile, 1, "</i>&\u0000")), ENGLISH);
    assertThat(message.html())
        .isEqualTo(
            """
            /\u2060forget &lt;script&gt;. [1]

            <blockquote expandable>[1] &lt;/blockquote&gt;&lt;a href='tg://user?id=1'&gt;siraP in&lt;/a&gt; · @\u2060everyone · paragraph 1
            <i>“&lt;/i&gt;&amp; ”</i></blockquote>""");
  }

  @Test
  void whatToAskNextIsOnButtons() {
    Answer answer =
        answer(
            Outcome.ANSWERED,
            "They meet. [1]",
            List.of(citation(1, NPR, 3, "They meet")),
            List.of("European troops", "The ceasefire", "Security guarantees", "A fourth"),
            "en");
    assertThat(buttons(only(answer, ENGLISH).keyboard()))
        .isEqualTo(
            """
            Passage [1] → p:ID:1
            👍 → u:ID | 👎 → d:ID
            Ask: European troops → a:ID:0
            Ask: The ceasefire → a:ID:1
            Ask: Security guarantees → a:ID:2""");
  }

  @Test
  void whatIsNotInTheSourcesLeadsToTopics() {
    Answer answer =
        answer(
            Outcome.NOT_IN_SOURCES,
            "The documents do not say. Near to it: <troops>.",
            List.of(),
            List.of("The Paris meeting", "<troops>"),
            "en");
    TelegramMessage english = only(answer, ENGLISH);
    assertThat(english.html()).isEqualTo("The documents do not say. Near to it: &lt;troops&gt;.");
    assertThat(buttons(english.keyboard()))
        .isEqualTo("Ask: The Paris meeting → a:ID:0\nAsk: <troops> → a:ID:1");

    TelegramMessage german = only(answer, Phrases.in("de"));
    assertThat(german.html())
        .isEqualTo(
            """
            Das habe ich in den Dokumenten nicht gefunden, und raten möchte ich lieber nicht.

            Davon aber ist in ihnen die Rede. Soll ich etwas davon nachschlagen?
            • The Paris meeting
            • &lt;troops&gt;""");
    assertThat(buttons(german.keyboard())).startsWith("Fragen: The Paris meeting → a:ID:0\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SMALL_TALK     | en | You are <welcome>.  | You are &lt;welcome&gt;.",
        "SMALL_TALK     | de | You are welcome.    | Ich helfe Ihnen gern. Fragen Sie mich alles über die Pariser Gespräche zur Ukraine; was ich kann, sagt Ihnen /help.",
        "SMALL_TALK     | en | \u202E\u202C        | I am glad to help. Ask me anything about the Paris talks on Ukraine; /help tells you what I can do.",
        "NOT_IN_SOURCES | pl | It does not say.    | Nie ma tego w dokumentach, a wolę nie zgadywać.",
        "REFUSED        | en | Ask it shorter.     | Ask it shorter.",
        "REFUSED        | fr | Ask it shorter.     | Je n’y trouve pas de question. Veuillez la formuler avec des mots, en quelques phrases au plus.",
        "FAILED         | en | It went wrong.      | It went wrong.",
        "FAILED         | ru | It went wrong.      | При поиске ответа произошла ошибка. Пожалуйста, спросите меня ещё раз чуть позже."
      })
  void whatIsNoAnswerIsAPlainSentence(
      Outcome outcome, String language, String text, String expected) {
    TelegramMessage message = only(answer(outcome, text, "en"), Phrases.in(language));
    assertThat(message).isEqualTo(new TelegramMessage(expected, null));
  }

  @Test
  void anAnswerAlreadyInThePersonsLanguageIsLeftAsItIs() {
    Answer answer = answer(Outcome.NOT_IN_SOURCES, "Про це не йдеться.", "uk-UA");
    assertThat(only(answer, Phrases.in("uk")).html()).isEqualTo("Про це не йдеться.");
  }

  @Test
  void aLongTopicIsShortenedOnItsButton() {
    Answer answer =
        answer(
            Outcome.NOT_IN_SOURCES,
            "The documents do not say.",
            List.of(),
            List.of("What the documents say about " + "very ".repeat(20) + "long titles"),
            "en");
    assertThat(buttons(only(answer, ENGLISH).keyboard()))
        .isEqualTo("Ask: What the documents say about very very very very very… → a:ID:0");
  }

  @Test
  void aLongAnswerIsSplitAtSentencesAndHasItsButtonsAtTheEnd() {
    String sentences =
        IntStream.rangeClosed(1, 200)
            .mapToObj(i -> "This is sentence number " + i + " of a long answer. [1]")
            .collect(Collectors.joining(" "));
    List<TelegramMessage> messages =
        AnswerMessages.of(
            ID, answered(sentences, citation(1, NPR, 3, "a quote ".repeat(700))), ENGLISH);

    assertThat(messages).hasSizeGreaterThan(3);
    assertThat(messages)
        .allSatisfy(
            message ->
                assertThat(Jsoup.parse(message.html()).wholeText().length()).isBetween(1, 4_096));
    assertThat(messages.get(0).html()).startsWith("This is").endsWith(">[1]</a>");
    assertThat(messages.get(messages.size() - 1).html()).endsWith("”</i></blockquote>");
    assertThat(messages.subList(0, messages.size() - 1))
        .extracting(TelegramMessage::keyboard)
        .containsOnlyNulls();
    assertThat(buttons(messages.get(messages.size() - 1).keyboard())).contains("👍");
  }

  @Test
  void manyCitationsKeepToTelegramsHundredButtons() {
    Citation[] citations =
        IntStream.rangeClosed(1, 120)
            .mapToObj(i -> citation(i, NOTES, i, "quote"))
            .toArray(Citation[]::new);
    List<TelegramMessage> messages =
        AnswerMessages.of(ID, answered("Much. [1]", citations), ENGLISH);
    String buttons = buttons(messages.get(messages.size() - 1).keyboard());
    assertThat(buttons.lines()).hasSize(9);
    assertThat(buttons).contains("Passage [24] → p:ID:24\n👍");
  }

  private static TelegramMessage only(Answer answer, Phrases phrases) {
    List<TelegramMessage> messages = AnswerMessages.of(ID, answer, phrases);
    assertThat(messages).hasSize(1);
    return messages.get(0);
  }
}
