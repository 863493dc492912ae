package parley.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.knowledge.Outcome;

class FollowUpTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Who leads it?",
        "and the British?",
        "And when do they meet",
        "ok, but why",
        "tell me more about the guarantees",
        "А хто очолює делегацію?",
        "what about “boots on the ground”?"
      })
  void theseAsk(String text) {
    assertThat(FollowUp.asks(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"thanks!", "I will tell Bob", "lunch at 12, see you there", "Macron said so.", ""})
  void theseDoNot(String text) {
    assertThat(FollowUp.asks(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "and when?",
        "What about France?",
        "Why?",
        "who leads it?",
        "Did they agree?",
        "Коли?"
      })
  void thesePointBack(String text) {
    assertThat(FollowUp.pointsBack(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Who hosts the Paris meeting?", "Is there any cake left?", "what is France?", ""})
  void theseStandAlone(String text) {
    assertThat(FollowUp.pointsBack(text)).isFalse();
  }

  @Test
  void aRemarkMayBeMeantForTheBotOnlyIfItsAuthorAskedLast() {
    assertThat(FollowUp.mayBeMeant("the one in Paris", "ann", "ann")).isTrue();
    assertThat(FollowUp.mayBeMeant("the one in Paris", "bob", "ann")).isFalse();
    assertThat(FollowUp.mayBeMeant("the one in Paris?", "bob", "ann")).isTrue();
  }

  @Test
  void whatAnotherAsksThePeopleInTheThreadIsNotMeantForTheBot() {
    assertThat(FollowUp.mayBeMeant("Shall we meet at three?", "bob", "ann")).isFalse();
    assertThat(FollowUp.mayBeMeant("Did you read it?", "bob", "ann")).isFalse();
    assertThat(FollowUp.mayBeMeant("Can you tell me more?", "ann", "ann")).isTrue();
    assertThat(FollowUp.mayBeMeant("Who hosts the Paris meeting?", "bob", "ann")).isTrue();
    assertThat(FollowUp.mayBeMeant("What does the US want?", "bob", "ann")).isTrue();
  }

  @Test
  void isSilentRatherThanSayNothingNew() {
    assertThat(FollowUp.worthSaying(Outcome.ANSWERED, false)).isTrue();
    assertThat(FollowUp.worthSaying(Outcome.NOT_IN_SOURCES, false)).isFalse();
    assertThat(FollowUp.worthSaying(Outcome.NOT_IN_SOURCES, true)).isTrue();
    assertThat(FollowUp.worthSaying(Outcome.FAILED, false)).isFalse();
    assertThat(FollowUp.worthSaying(Outcome.SMALL_TALK, true)).isFalse();
  }
}
