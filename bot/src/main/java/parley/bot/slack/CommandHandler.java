package parley.bot.slack;

import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import java.util.List;
import java.util.Objects;
import parley.bot.chat.Address;
import parley.bot.chat.Chat;
import parley.bot.chat.IncomingQuestion;
import parley.bot.chat.Starter;

/** The slash command and the message shortcut: what one person asks and only they see. */
record CommandHandler(Chat chat, Answers answers, BotIdentity self) {

  private static final String HELP = "help";
  private static final String FORGET = "forget";
  private static final int MOST_HEADING = 150;

  /** {@code /talks QUESTION}. */
  void command(SlashCommandPayload command) {
    String channel = command.getChannelId();
    String person = command.getUserId();
    String text = SlackText.plain(Objects.requireNonNullElse(command.getText(), ""));
    String url = command.getResponseUrl();
    IncomingQuestion question =
        question(
            command.getTriggerId(), channel, Conversation.ofOne(channel, person), person, text);
    PrivateReply reply =
        PrivateReply.to(
            url, channel, person, new Caption("", "You asked: " + quoted(text)), answers);
    if (text.isEmpty() || text.equalsIgnoreCase(HELP)) {
      chat.prompt(question, () -> help(channel, url), reply::refuse);
    } else if (text.equalsIgnoreCase(FORGET)) {
      chat.prompt(question, () -> forget(person, url), reply::refuse);
    } else {
      chat.receive(question, reply);
    }
  }

  /** "Check against the sources" on a message. */
  void check(MessageShortcutPayload shortcut) {
    String channel = shortcut.getChannel().getId();
    String person = shortcut.getUser().getId();
    chat.check(
        question(
            shortcut.getTriggerId(),
            channel,
            Conversation.ofChecks(channel, person),
            person,
            SlackText.plain(Objects.requireNonNullElse(shortcut.getMessage().getText(), ""))),
        new PrivateCheck(chat, answers.api(), channel, shortcut.getResponseUrl()));
  }

  private IncomingQuestion question(
      String trigger, String channel, String conversation, String person, String text) {
    return new IncomingQuestion(
        Conversation.eventNames(trigger),
        Conversation.PLATFORM,
        self.team(),
        channel,
        null,
        conversation,
        person,
        Address.PRIVATE,
        text);
  }

  private void help(String channel, String responseUrl) {
    List<String> examples = chat.starters(channel).stream().map(Starter::question).toList();
    answers.api().tell(responseUrl, HelpMessage.of("help", Wording.ASK_BY_COMMAND, examples));
  }

  private void forget(String person, String responseUrl) {
    int rows = chat.people().forget(person);
    answers.api().tell(responseUrl, SlackMessage.of(Wording.forgotten(rows)));
  }

  private static String quoted(String text) {
    return "“" + SlackText.shorten(text.replaceAll("\\s+", " "), MOST_HEADING) + "”";
  }
}
