package parley.knowledge.generation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many tokens may be spent in a day (UTC), kept in a file, so that a restart does not begin
 * anew and several processes share it. Thread-safe.
 */
final class TokenBudget {

  private static final Logger log = LoggerFactory.getLogger(TokenBudget.class);

  private static final Pattern LINE = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d) (\\d{1,18})\\s*");

  private static final int LONGEST = 40;

  private final Path file;
  private final long aDay;
  private final Clock clock;
  private LocalDate day = LocalDate.EPOCH;
  private long spent;

  /**
   * @param file of one line, the day and its tokens; made with the first of them
   * @param aDay how many a day; 0 for as many as are needed
   */
  TokenBudget(Path file, long aDay, Clock clock) {
    this.file = file;
    this.aDay = aDay;
    this.clock = clock;
  }

  /** Whether today's are spent. */
  boolean isSpent() {
    return aDay > 0 && spend(0) >= aDay;
  }

  /** Counts some, and gives all that today's questions have taken. */
  synchronized long spend(int tokens) {
    LocalDate today = LocalDate.now(clock);
    spent = today.equals(day) ? spent + tokens : tokens;
    day = today;
    if (aDay > 0) {
      spent = keep(tokens);
    }
    return spent;
  }

  /** What the file says with these tokens added; without a file, what is known here. */
  private long keep(int tokens) {
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      long sum = kept(channel) + tokens;
      if (tokens > 0 && lock.isValid()) {
        write(channel, day + " " + sum + "\n");
      }
      return sum;
    } catch (IOException | OverlappingFileLockException e) {
      log.warn("the day's tokens cannot be kept in {}: {}", file.getFileName(), e.toString());
      return spent;
    }
  }

  private long kept(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
    channel.read(bytes, 0);
    Matcher line =
        LINE.matcher(new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8));
    return line.matches() && line.group(1).equals(day.toString())
        ? Long.parseLong(line.group(2))
        : 0;
  }

  private static void write(FileChannel channel, String line) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)), 0);
  }
}
