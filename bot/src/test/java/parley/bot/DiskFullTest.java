package parley.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static parley.bot.SlackEvents.mention;
import static parley.bot.TelegramUpdates.newPerson;
import static parley.bot.TelegramUpdates.told;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** While nothing can be written nothing is acknowledged, and afterwards all goes on by itself. */
@Tag("faults")
@EnabledOnOs(OS.LINUX)
class DiskFullTest {

  private static final String ASKED = "Who leads the American delegation?";

  @TempDir Path folder;
  private final ChaoticPlatforms platforms = new ChaoticPlatforms(1);
  private BotProcess bot;
  private SlackEvents slack;

  @BeforeEach
  void start() throws IOException {
    platforms.calmDown();
    bot = new BotProcess(folder, platforms);
    bot.start(Map.of());
    slack = new SlackEvents(bot.port(), SlackBotServer.SECRET);
  }

  @AfterEach
  void stop() {
    bot.close();
    platforms.close();
  }

  @Test
  void slackAndTelegramAreToldNothingAndTryAgain() {
    String ts = SlackEvents.newTs();
    ObjectNode event = mention("C1", "U1", "<@" + MadeUpSlack.BOT + "> " + ASKED, ts);
    long olena = newPerson();

    bot.fillDisk(0);
    assertThat(slack.send(event)).isEqualTo(500);
    platforms.offer(told(olena, ASKED));
    int polls = platforms.polls();
    await().until(() -> platforms.polls() > polls + 1);
    assertThat(platforms.unconfirmed()).isEqualTo(1);

    bot.freeDisk();
    assertThat(slack.send(event)).isEqualTo(200);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> !platforms.inThread(ts).isEmpty() && !platforms.inChat(olena).isEmpty());
    await().until(() -> platforms.unconfirmed() == 0);
    assertThat(platforms.inThread(ts)).hasSize(1);
    assertThat(platforms.inChat(olena)).hasSize(1);
  }
}
