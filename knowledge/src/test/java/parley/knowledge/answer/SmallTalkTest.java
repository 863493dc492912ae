package parley.knowledge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallTalkTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hi", "Hello!", "hey there", "Good morning", "thanks", "Thank you so much!!", "thx",
        "what can you do?", "Who are you?", "help", "ok", "How are you?", "bye", "are you a bot?",
        "Which documents do you have?", "what sources do you use", "who made you?"
      })
  void answersWhatIsNoQuestionToTheDocuments(String said) {
    assertThat(SmallTalk.replyTo(said)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi, who leads the delegation?",
        "What can you tell me about the ceasefire?",
        "help for Ukraine",
        "What is this coalition?",
        "Who are the envoys?",
        "Which documents do you have on the ceasefire?",
        "ok so what about France?"
      })
  void leavesQuestionsAlone(String question) {
    assertThat(SmallTalk.replyTo(question)).isEmpty();
  }
}
