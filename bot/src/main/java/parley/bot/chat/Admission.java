package parley.bot.chat;

import java.time.Duration;
import java.util.Optional;
import parley.bot.chat.Refusal.Reason;

/** Tells what is meant for the bot, and who may ask it where and how often. Thread-safe. */
final class Admission {

  private final ChatSettings settings;
  private final Conversations conversations;
  private final RateLimits limits;

  Admission(ChatSettings settings, Conversations conversations) {
    this.settings = settings;
    this.conversations = conversations;
    this.limits = new RateLimits(settings.limits().rates());
  }

  /** Gives a platform rates of its own. */
  void limit(String platform, Rates rates) {
    limits.set(platform, rates);
  }

  /** Whether a question is meant for the bot, and it listens in that place. */
  boolean isAsked(IncomingQuestion question) {
    PlaceSettings place = settings.place(question.place());
    return switch (question.address()) {
      case PRIVATE, REQUEST -> true;
      case DIRECT, MENTION, GROUP -> !place.off();
      case FOLLOW_UP -> !place.off() && !place.mentionAlways() && conversations.expects(question);
    };
  }

  /** Counts a question, or says why it is not looked at. */
  Optional<Refusal> refusal(IncomingQuestion question) {
    return settings.place(question.place()).off()
        ? Optional.of(new Refusal(Reason.OFF, Duration.ZERO))
        : limits.refusal(question);
  }

  /**
   * Whether the person is to be told of a refusal: of a limit, in a chat once a minute is enough.
   */
  boolean mayTell(IncomingQuestion question, Refusal refusal) {
    return refusal.reason() == Reason.OFF
        || question.address() == Address.REQUEST
        || limits.mayTell(question.workspace(), question.person());
  }
}
