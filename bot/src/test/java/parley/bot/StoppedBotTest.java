package parley.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bot in a process of its own is told to stop while it is at work. */
@Tag("faults")
class StoppedBotTest {

  /** To read their passages ahead takes longer than the test. */
  private static final int DOCUMENTS = 400;

  private static final int QUESTIONS = 40;

  @TempDir Path folder;

  @Test
  void answersWhatIsUnderWayAndEndsWhileItReadsAhead() throws IOException, InterruptedException {
    Path documents = writeDocuments();
    try (MadeUpSlack slack = new MadeUpSlack();
        BotProcess bot = new BotProcess(folder, slack, documents)) {
      bot.start(Map.of(), Duration.ofMinutes(5));
      SlackEvents events = new SlackEvents(bot.port(), SlackBotServer.SECRET);
      List<String> channels = IntStream.range(0, QUESTIONS).mapToObj(i -> "C" + i).toList();
      for (String channel : channels) {
        String question = "<@" + MadeUpSlack.BOT + "> Who wrote report " + channel.substring(1);
        assertThat(
                events.send(
                    SlackEvents.mention(channel, "U1", question + "?", SlackEvents.newTs())))
            .isEqualTo(200);
      }

      bot.stop();

      assertThat(channels).allSatisfy(channel -> assertThat(slack.posted(channel)).hasSize(1));
    }
  }

  private Path writeDocuments() throws IOException {
    Path documents = Files.createDirectory(folder.resolve("documents"));
    for (int i = 0; i < DOCUMENTS; i++) {
      Files.writeString(
          documents.resolve(i + ".md"),
          "Clerk number %d wrote report %d in the year %d. It tells of %d ships, and of the %d men who sailed them from the harbour of Odesa."
              .formatted(1000 - i, i, 1500 + i, 3 + i, 100 + 7 * i));
    }
    return documents;
  }
}
