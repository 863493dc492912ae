package parley.bot.chat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bot.ledger.Ledger;
import parley.bot.ledger.Share;
import parley.knowledge.Answer;

/** Links under which single answers are shown for a while. Thread-safe. */
public final class Shares {

  private static final Logger log = LoggerFactory.getLogger(Shares.class);

  /** 128 bits, as many as a random UUID pretends to. */
  private static final int TOKEN_BYTES = 16;

  private final Ledger ledger;
  private final AnswerArchive archive;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Shares(Ledger ledger, AnswerArchive archive, Clock clock) {
    this.ledger = ledger;
    this.archive = archive;
    this.clock = clock;
  }

  /**
   * A link that was made.
   *
   * @param token what {@link #find} finds the answer by
   * @param expires when it stops to
   */
  public record Link(String token, Instant expires) {}

  /**
   * Makes a link.
   *
   * @param platform the answer must have been given there
   * @param lifetime how long the link works, unless the answer is forgotten before
   * @return empty where there is no such answer, or it is forgotten
   */
  public Optional<Link> make(String platform, String questionId, Duration lifetime) {
    Link link = new Link(token(), clock.instant().plus(lifetime));
    Share share = new Share(link.token(), questionId, link.expires());
    if (!ledger.share(platform, share)) {
      return Optional.empty();
    }
    log.info("answer {} is shared until {}", questionId, link.expires());
    return Optional.of(link);
  }

  /** The answer that a link shows, while it does. */
  public Optional<Answer> find(String token) {
    return ledger.shared(token, clock.instant()).flatMap(archive::find);
  }

  private String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
