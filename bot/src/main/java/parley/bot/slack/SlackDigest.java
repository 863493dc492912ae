package parley.bot.slack;

import java.time.Instant;
import parley.bot.report.DigestChannel;
import parley.bot.report.Report;

/**
 * A channel that gets digests.
 *
 * @param channel its id
 */
record SlackDigest(SlackApi api, String channel) implements DigestChannel {

  @Override
  public void post(Report report, String name, Instant since, boolean perhapsThere) {
    try {
      api.postToChannel(channel, since, DigestMessage.of(report, name), perhapsThere);
    } catch (SlackFault e) {
      throw e.with(mend(e.code()));
    }
  }

  private String mend(String code) {
    return switch (code) {
      case "not_in_channel" -> "type /invite @Parley in " + channel;
      case "channel_not_found" ->
          "there is no channel "
              + channel
              + " that the bot sees: mend SLACK_DIGEST_CHANNEL, or invite the bot if it is private";
      case "is_archived" -> channel + " is archived: name another in SLACK_DIGEST_CHANNEL";
      case "perhaps_done" ->
          "it may be there, and the bot cannot read " + channel + " to see: invite it there";
      default -> "see SLACK_DIGEST_CHANNEL, which is " + channel;
    };
  }
}
