package parley.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostedMessageTest {

  @Test
  void readsAMessage() {
    assertThat(
            PostedMessage.of(
                """
                {"token":"x","team_id":"T1","type":"event_callback","event_id":"Ev1","event":
                 {"type":"message","channel":"C1","user":"U1","text":"Who?","ts":"18.0",
                  "thread_ts":"17.0","channel_type":"channel","blocks":[{"type":"rich_text"}]}}"""))
        .contains(new PostedMessage("Ev1", "C1", "U1", null, "Who?", "18.0", "17.0", false));
  }

  @Test
  void readsAMention() {
    assertThat(
            PostedMessage.of(
                """
                {"event_id":"Ev1","event":
                 {"type":"app_mention","channel":"C1","user":"U1","text":"<@U2> Who?","ts":"18.0"}}"""))
        .contains(new PostedMessage("Ev1", "C1", "U1", null, "<@U2> Who?", "18.0", null, true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"file_share", "thread_broadcast"})
  void knowsTheBotThatPostedItAlsoWhereThereIsASubtype(String subtype) {
    assertThat(
            PostedMessage.of(
                """
                {"event_id":"Ev1","event":{"type":"message","subtype":"%s","channel":"C1",
                 "user":"U9","bot_id":"B9","text":"see","ts":"18.0","files":[{"id":"F1"}]}}"""
                    .formatted(subtype)))
        .get()
        .extracting(PostedMessage::bot)
        .isEqualTo("B9");
  }

  @Test
  void hasNoTextWhereThereAreOnlyBlocksOrAFile() {
    assertThat(
            PostedMessage.of(
                """
                {"event":{"type":"message","subtype":"file_share","channel":"D1","user":"U1",
                 "ts":"18.0","files":[{"id":"F1"}]}}"""))
        .contains(new PostedMessage(null, "D1", "U1", null, "", "18.0", null, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event\":{\"type\":\"message\",\"subtype\":\"message_changed\",\"channel\":\"C1\",\"ts\":\"1.0\"}}",
        "{\"event\":{\"type\":\"message\",\"subtype\":\"message_deleted\",\"channel\":\"C1\",\"ts\":\"1.0\"}}",
        "{\"event\":{\"type\":\"message\",\"subtype\":\"channel_join\",\"channel\":\"C1\",\"ts\":\"1.0\"}}",
        "{\"event\":{\"type\":\"message\",\"subtype\":\"bot_message\",\"channel\":\"C1\",\"ts\":\"1.0\"}}",
        "{\"event\":{\"type\":\"app_home_opened\",\"channel\":\"D1\",\"user\":\"U1\"}}",
        "{\"event\":{\"type\":\"message\",\"channel\":\"C1\"}}",
        "{\"event\":{\"type\":\"message\",\"ts\":\"1.0\"}}",
        "{\"event\":{\"type\":\"message\",\"channel\":{\"id\":\"C1\"},\"ts\":\"1.0\"}}",
        "{\"event\":[]}",
        "{\"event\":null}",
        "{}",
        "null",
        "",
        "{"
      })
  void whatSaysNothingNewIsNone(String body) {
    assertThat(PostedMessage.of(body)).isEmpty();
  }

  @Test
  void twoEventsOfOneMessageShareAName() {
    PostedMessage said = new PostedMessage("Ev1", "C1", "U1", null, "", "18.0", null, false);
    PostedMessage mention = new PostedMessage("Ev2", "C1", "U1", null, "", "18.0", null, true);
    assertThat(said.eventNames()).containsExactly("slack:event:Ev1", "slack:message:C1:18.0");
    assertThat(mention.eventNames()).containsExactly("slack:event:Ev2", "slack:message:C1:18.0");
  }
}
