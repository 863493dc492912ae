package parley.bot.slack;

import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import java.util.List;
import parley.bot.chat.Address;
import parley.bot.chat.Chat;
import parley.bot.chat.IncomingQuestion;
import parley.bot.chat.Starter;

/** The slash command and the message shortcut: what one person asks and only they see. */
final class CommandHandler {

  private static final int MOST_HEADING = 150;

  private final Chat chat;
  private final Answers answers;
  private final BotIdentity self;

  CommandHandler(Chat chat, Answers answers, BotIdentity self) {
    this.chat = chat;
    this.answers = answers;
    this.self = self;
  }

  /** {@code /talks QUESTION}. */
  void command(SlashCommandPayload command) {
    String text = SlackText.plain(String.valueOf(command.getText()));
    if (command.getText() == null || text.isEmpty()) {
      chat.post(command.getChannelId(), () -> askForQuestion(command.getResponseUrl()));
      return;
    }
    take(
        command.getTriggerId(),
        command.getChannelId(),
        command.getUserId(),
        command.getResponseUrl(),
        text,
        "You asked: " + quoted(text));
  }

  /** "Check against the sources" on a message. */
  void check(MessageShortcutPayload shortcut) {
    String markup = shortcut.getMessage().getText();
    String text = markup == null ? "" : SlackText.plain(markup);
    String channel = shortcut.getChannel().getId();
    if (text.isEmpty()) {
      SlackMessage nothing = SlackMessage.of(Wording.NOTHING_TO_CHECK);
      chat.post(
          channel, () -> PrivateReply.tell(answers.api(), shortcut.getResponseUrl(), nothing));
      return;
    }
    take(
        shortcut.getTriggerId(),
        channel,
        shortcut.getUser().getId(),
        shortcut.getResponseUrl(),
        text,
        "What the sources say on: " + quoted(text));
  }

  private void take(
      String trigger, String channel, String person, String url, String text, String heading) {
    chat.receive(
        new IncomingQuestion(
            Conversation.eventNames(trigger),
            Conversation.PLATFORM,
            self.team(),
            channel,
            null,
            Conversation.ofOne(channel, person),
            person,
            Address.PRIVATE,
            text),
        new PrivateReply(answers, url, heading));
  }

  private void askForQuestion(String responseUrl) {
    List<String> examples = chat.starters().stream().map(Starter::question).toList();
    PrivateReply.tell(
        answers.api(), responseUrl, HelpMessage.of("help", Wording.ASK_BY_COMMAND, examples));
  }

  private static String quoted(String text) {
    String line = text.replaceAll("\\s+", " ");
    return "“" + SlackText.escape(SlackText.shorten(line, MOST_HEADING)) + "”";
  }
}
