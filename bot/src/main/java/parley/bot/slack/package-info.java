/**
 * Parley in Slack: events and clicks in, Block Kit out, over HTTP or Socket Mode.
 *
 * <p>{@link parley.bot.slack.SlackBot} is the way in. What may be asked and how it is answered is
 * the chat's business; here it is only translated.
 */
@NullMarked
package parley.bot.slack;

import org.jspecify.annotations.NullMarked;
