package parley.knowledge.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallTalkPatternsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hi", "Hello!", "hey there", "Good morning", "thanks", "Thank you so much!!", "thx",
        "what can you do?", "Who are you?", "help", "ok", "How are you?", "bye", "are you a bot?",
        "are you ChatGPT?", "you're useless"
      })
  void answersWhatIsNoQuestionToTheDocuments(String said) {
    assertThat(SmallTalkPatterns.of(Language.ENGLISH).in(said)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi, who leads the delegation?",
        "What can you tell me about the ceasefire?",
        "help for Ukraine",
        "What is this coalition?",
        "What is new about the guarantees?",
        "Summarise the five priorities",
        "What is the latest on Venezuela?",
        "Who are the envoys?",
        "ok so what about France?"
      })
  void leavesQuestionsAlone(String question) {
    assertThat(SmallTalkPatterns.of(Language.ENGLISH).in(question)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UKRAINIAN | Привіт!                      | GREETING
          UKRAINIAN | Добрий день                  | GREETING
          UKRAINIAN | щиро дякую Вам               | THANKS
          UKRAINIAN | До побачення!                | GOODBYE
          UKRAINIAN | А що ти вмієш?               | ABOUT
          UKRAINIAN | Як справи?                   | WELLBEING
          UKRAINIAN | зрозуміло                    | ACKNOWLEDGEMENT
          FRENCH    | Bonjour à tous               | GREETING
          FRENCH    | Merci beaucoup !             | THANKS
          FRENCH    | Au revoir                    | GOODBYE
          FRENCH    | Qu’est-ce que tu peux faire ? | ABOUT
          FRENCH    | Ça va ?                      | WELLBEING
          FRENCH    | d'accord                     | ACKNOWLEDGEMENT
          GERMAN    | Guten Morgen zusammen        | GREETING
          GERMAN    | Danke schön                  | THANKS
          GERMAN    | Tschüss                      | GOODBYE
          GERMAN    | Was kannst du?               | ABOUT
          GERMAN    | Wie geht’s?                  | WELLBEING
          GERMAN    | alles klar                   | ACKNOWLEDGEMENT
          POLISH    | Cześć                        | GREETING
          POLISH    | Dziękuję bardzo              | THANKS
          POLISH    | Do widzenia                  | GOODBYE
          POLISH    | Co potrafisz?                | ABOUT
          POLISH    | Co słychać?                  | WELLBEING
          POLISH    | Rozumiem                     | ACKNOWLEDGEMENT
          RUSSIAN   | Здравствуйте                 | GREETING
          RUSSIAN   | Спасибо большое!             | THANKS
          RUSSIAN   | До свидания                  | GOODBYE
          RUSSIAN   | Кто ты?                      | ABOUT
          RUSSIAN   | Как дела?                    | WELLBEING
          RUSSIAN   | понятно                      | ACKNOWLEDGEMENT
          ENGLISH   | Can you summarise the documents please? | OVERVIEW
          ENGLISH   | tell me everything           | OVERVIEW
          ENGLISH   | What's going on?             | OVERVIEW
          ENGLISH   | Give me a short overview     | OVERVIEW
          UKRAINIAN | Що нового?                   | OVERVIEW
          FRENCH    | Résume les documents         | OVERVIEW
          GERMAN    | Fasse bitte alles zusammen   | OVERVIEW
          POLISH    | Co się dzieje?               | OVERVIEW
          RUSSIAN   | Расскажи всё, что ты знаешь  | OVERVIEW
          GERMAN    | So ein Quatsch!              | INSULT
          """)
  void knowsTheSmallTalkOfEachLanguage(Language language, String said, SmallTalk talk) {
    assertThat(SmallTalkPatterns.of(language).in(said)).contains(talk);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UKRAINIAN | Привіт, хто очолює делегацію?
          FRENCH    | Merci, et qui dirige la délégation ?
          GERMAN    | Was ist die Koalition?
          POLISH    | Co to jest koalicja?
          RUSSIAN   | Кто такой Уиткофф?
          """)
  void leavesTheirQuestionsAlone(Language language, String question) {
    assertThat(SmallTalkPatterns.of(language).in(question)).isEmpty();
  }
}
