package parley.bot.telegram;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parley.bot.chat.Address;
import parley.bot.chat.Chat;
import parley.bot.chat.IncomingQuestion;
import parley.bot.chat.Reception;

/** Hands questions over to the chat. */
final class Asking {

  private final Chat chat;
  private final Replies replies;
  private final String workspace;

  Asking(Chat chat, Replies replies, BotIdentity self) {
    this.chat = chat;
    this.replies = replies;
    this.workspace = Asker.PLATFORM + ":" + self.id();
  }

  /** What an update is known by, also after a restart. */
  List<String> eventNames(int update) {
    return List.of(workspace + ":update:" + update);
  }

  /** Claims an update that is no question, and tells whether it is new. */
  boolean claim(int update) {
    return chat.claim(eventNames(update));
  }

  /**
   * Asks what a message says, again if it was edited.
   *
   * @param repliesTo the message of the bot's that it replies to, if it does
   */
  void message(int update, Asker asker, int message, @Nullable Integer repliesTo, String text) {
    long where = asker.spot().chat();
    String conversation =
        repliesTo == null
            ? asker.conversation()
            : replies.asked().conversation(where, repliesTo).orElse(asker.conversation());
    Integer replyTo = asker.spot().isGroup() ? message : null;
    ChatReply reply = new ChatReply(replies, asker, message, replyTo, "");
    if (ask(update, asker, conversation, text, reply) == Reception.TAKEN) {
      replies.asked().asked(where, message, asker.person(), text);
    }
  }

  /** Asks what a button says; the answer then says what was asked. */
  void button(int update, Asker asker, int message, String text) {
    String heading = asker.phrases().text("quoted", text);
    Integer replyTo = asker.spot().isGroup() ? message : null;
    ask(
        update,
        asker,
        asker.conversation(),
        text,
        new ChatReply(replies, asker, null, replyTo, heading));
  }

  private Reception ask(
      int update, Asker asker, String conversation, String text, ChatReply reply) {
    Reception reception =
        chat.receive(
            new IncomingQuestion(
                eventNames(update),
                Asker.PLATFORM,
                workspace,
                asker.place(),
                Objects.toString(asker.spot().topic(), null),
                conversation,
                asker.person(),
                asker.spot().isGroup() ? Address.GROUP : Address.DIRECT,
                text,
                asker.language()),
            reply);
    if (reception == Reception.TAKEN) {
      reply.working();
    }
    return reception;
  }

  /**
   * A question of somebody who is still typing it.
   *
   * @param query the id that Telegram gives it
   */
  IncomingQuestion preview(Asker asker, String query, String text) {
    return new IncomingQuestion(
        List.of(query),
        InlineHandler.PLATFORM,
        workspace + ":inline",
        asker.place(),
        null,
        asker.conversation() + ":inline",
        asker.person(),
        Address.PRIVATE,
        text,
        asker.language());
  }
}
