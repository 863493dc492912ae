package parley.bot.slack;

import java.util.List;
import java.util.Optional;
import parley.bot.chat.Address;
import parley.bot.chat.Chat;
import parley.bot.chat.IncomingQuestion;
import parley.bot.chat.Starter;

/** Makes questions of the messages that are meant for the bot. */
record MessageHandler(Chat chat, Answers answers, BotIdentity self) {

  private static final String SLACKBOT = "USLACKBOT";

  void handle(PostedMessage message) {
    String person = message.user();
    if (person == null || isByBot(message, person)) {
      return;
    }
    address(message).ifPresent(address -> take(message, person, address));
  }

  private boolean isByBot(PostedMessage message, String person) {
    return message.bot() != null || person.equals(self.user()) || person.equals(SLACKBOT);
  }

  /** How the message addresses the bot, if it does. */
  private Optional<Address> address(PostedMessage message) {
    if (Conversation.isDirect(message.channel())) {
      return Optional.of(Address.DIRECT);
    }
    if (message.mention() || self.isMentionedIn(message.text())) {
      return Optional.of(Address.MENTION);
    }
    boolean mayFollowUp = message.threadTs() != null && !SlackText.mentionsSomeone(message.text());
    return mayFollowUp ? Optional.of(Address.FOLLOW_UP) : Optional.empty();
  }

  private void take(PostedMessage message, String person, Address address) {
    String text = SlackText.plain(message.text());
    IncomingQuestion question = question(message, person, address, text);
    ThreadReply reply =
        ThreadReply.by(
            new SlackRoute(message.channel(), message.answerThread(), message.ts(), person, null),
            answers);
    if (!text.isEmpty()) {
      chat.receive(question, reply);
    } else if (address != Address.FOLLOW_UP) {
      chat.prompt(question, () -> askForQuestion(message), reply::refuse);
    }
  }

  private IncomingQuestion question(
      PostedMessage message, String person, Address address, String text) {
    return new IncomingQuestion(
        message.eventNames(),
        Conversation.PLATFORM,
        self.team(),
        message.channel(),
        message.answerThread(),
        Conversation.of(message.channel(), message.answerThread()),
        person,
        address,
        text);
  }

  private void askForQuestion(PostedMessage message) {
    List<String> examples =
        chat.starters(message.channel()).stream().map(Starter::question).toList();
    answers
        .api()
        .post(
            message.channel(),
            message.answerThread(),
            HelpMessage.of("help:" + message.ts(), Wording.ASK_ME, examples));
  }
}
