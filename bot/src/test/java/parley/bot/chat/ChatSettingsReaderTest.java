package parley.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatSettingsReaderTest {

  @Test
  void readsChannelsAndLimits() throws IOException {
    assertThat(
            read(
                """
                limits:
                  person-a-minute: 5
                keep-days: 30
                channels:
                  C1:
                    documents: [paris-meeting, coalition]
                    mention-always: true
                  C2:
                    off: true
                """))
        .isEqualTo(
            new ChatSettings(
                new LimitSettings(
                    5,
                    LimitSettings.DEFAULT.chatAMinute(),
                    LimitSettings.DEFAULT.workspaceAMinute(),
                    LimitSettings.DEFAULT.waiting(),
                    LimitSettings.DEFAULT.atOnce()),
                30,
                Map.of(
                    "C1",
                    new PlaceSettings(List.of("paris-meeting", "coalition"), true, false),
                    "C2",
                    new PlaceSettings(List.of(), false, true))));
  }

  @Test
  void whatHoldsByDefaultHoldsForChannelsThatAreNotNamed() throws IOException {
    ChatSettings settings = read("{channels: {default: {mention-always: true}, C1: {off: true}}}");
    assertThat(settings.place("C1")).isEqualTo(new PlaceSettings(List.of(), false, true));
    assertThat(settings.place("C2")).isEqualTo(new PlaceSettings(List.of(), true, false));
  }

  @Test
  void anEmptyFileChangesNothing() throws IOException {
    assertThat(read("")).isEqualTo(ChatSettings.DEFAULT);
    assertThat(read("# nothing yet\n")).isEqualTo(ChatSettings.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{channel: {}}|unknown key channel: known there are channels, keep-days, limits",
        "{channels: {C1: {mentoin: true}}}|unknown key channels.C1.mentoin: known there are"
            + " documents, mention-always, off",
        "{limits: {person: 3}}|unknown key limits.person: known there are at-once,"
            + " chat-a-minute, person-a-minute, waiting, workspace-a-minute",
        "{limits: {person-a-minute: 0}}|person-a-minute is 0: give a number of at least 1",
        "{keep-days: 0}|keep-days is 0: give a number of at least 1",
        "{limits: {person-a-minute: many}}|in limits.person-a-minute",
        "{channels: {C1: {off: perhaps}}}|in channels.C1.off",
      })
  void namesTheKeyThatIsWrong(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(message);
  }

  private ChatSettings read(String yaml) throws IOException {
    return ChatSettingsReader.of(new YAMLMapper().readTree(yaml), false);
  }
}
