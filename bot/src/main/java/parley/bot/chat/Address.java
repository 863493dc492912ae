package parley.bot.chat;

import java.time.Duration;

/** How a question was put to the bot. */
public enum Address {
  /** In a conversation of two, which goes on for ever, so that only the last hour is one topic. */
  DIRECT(Duration.ofHours(1)),
  /** Before others, by the bot's name. */
  MENTION(Duration.ofDays(3650)),
  /** Before others, by the bot's name, where threads do not part one topic from the next. */
  GROUP(Duration.ofHours(1)),
  /** In a thread in which the bot was asked before, without its name: perhaps not meant for it. */
  FOLLOW_UP(Duration.ofDays(3650)),
  /** Before others, but seen by the person alone: a command, for example. */
  PRIVATE(Duration.ofHours(1)),
  /** By a request that waits for what comes, be it that a limit is reached. */
  REQUEST(Duration.ofHours(1));

  private final Duration memory;

  Address(Duration memory) {
    this.memory = memory;
  }

  /** How far back what was said before belongs to the question. */
  Duration memory() {
    return memory;
  }
}
