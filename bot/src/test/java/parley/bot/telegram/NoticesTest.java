package parley.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.bot.telegram.Answered.buttons;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.bot.chat.Language;
import parley.bot.chat.Starter;

class NoticesTest {

  private static final Phrases ENGLISH = Phrases.in("en");

  @Test
  void greetsWithQuestionsToBeginWith() {
    TelegramMessage message =
        Notices.start(
            List.of(
                new Starter("The Paris meeting", "What do the documents say about it?"),
                new Starter("European troops", "What do they say about those?")),
            ENGLISH);
    assertThat(message.html())
        .isEqualTo(
            """
            Hello! I answer questions about the Paris talks on Ukraine. Each statement comes with the paragraph it rests on. What the documents do not say, I do not make up.

            Write to me what you would like to know, or begin with one of these:""");
    assertThat(buttons(message.keyboard()))
        .isEqualTo("The Paris meeting → b:0\nEuropean troops → b:1");
    assertThat(Notices.start(List.of(), ENGLISH).html()).endsWith("I do not make up.");
    assertThat(Notices.start(List.of(), ENGLISH).keyboard()).isNull();
  }

  @Test
  void helpTellsTheCommandsAndTheWays() {
    assertThat(Notices.help("parley_bot", Phrases.in("de")).html())
        .isEqualTo(
            """
            Fragen Sie mich in Ihren eigenen Worten nach den Pariser Gesprächen über die Ukraine. Unter jeder Antwort stehen die Textstellen, auf die sie sich stützt; ein Knopf zeigt jede davon vollständig.

            /ask – Eine Frage stellen
            /sources – Die Dokumente, aus denen ich antworte
            /help – Was ich kann
            /language – Die Sprache wählen, die ich spreche
            /privacy – Was ich über Sie aufbewahre
            /forget – Löschen, was ich über Sie aufbewahre
            /start – Anfangen

            In einer Gruppe: Erwähnen Sie @parley_bot, antworten Sie auf eine meiner Nachrichten oder verwenden Sie /ask. Auf alle anderen Nachrichten reagiere ich nicht.

            In jedem anderen Chat: Tippen Sie @parley_bot und Ihre Frage und wählen Sie eine Antwort zum Senden aus.""");
    assertThat(Notices.groupHelp("parley_bot", ENGLISH).html())
        .contains("mention @parley_bot,", "\n/privacy – ")
        .doesNotContain("/forget", "/start");
  }

  @Test
  void privacyTellsWhatIsKeptForHowLongAndHowToDeleteIt() {
    assertThat(Notices.privacy(90, ENGLISH).html())
        .isEqualTo(
            """
            What I keep:
            • your questions and my answers,
            • your 👍 and 👎, and the language you have chosen,
            • in place of your Telegram id, a code that is computed from it with a secret key. Your name, your user name and your phone number I do not keep.

            I keep this for 90 days, so that I understand follow-up questions and can be improved. To delete it at any time: /forget""");
  }

  @Test
  void forgettingSaysHowMuch() {
    assertThat(Notices.forgotten(12, Phrases.in("pl")).html())
        .isEqualTo(
            "Gotowe: wszystko, co było o Tobie przechowywane, zostało usunięte. Usunięte wpisy: 12.");
    assertThat(Notices.forgotten(0, ENGLISH).html())
        .isEqualTo("I have kept nothing about you, so there was nothing to delete.");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void eachFitsOneMessage(Language language) {
    Phrases phrases = Phrases.of(language);
    assertThat(
            List.of(
                Notices.start(List.of(), phrases),
                Notices.help("parley_bot", phrases),
                Notices.groupHelp("parley_bot", phrases),
                Notices.privacy(3_650, phrases)))
        .allSatisfy(
            message ->
                assertThat(HtmlSplitter.split(message.html())).containsExactly(message.html()));
  }
}
