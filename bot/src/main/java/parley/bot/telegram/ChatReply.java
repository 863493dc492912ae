package parley.bot.telegram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bot.chat.GivenAnswer;
import parley.bot.chat.PartialAnswer;
import parley.bot.chat.Refusal;
import parley.bot.chat.Reply;

/** Answers into the chat that a question came from. */
final class ChatReply implements Reply {

  private static final Logger log = LoggerFactory.getLogger(ChatReply.class);

  private final Replies replies;
  private final Asker asker;
  private final @Nullable Integer question;
  private final @Nullable Integer replyTo;
  private final String heading;

  private final Preview preview;
  private final Object lock = new Object();
  private @Nullable Typing typing;
  private boolean over;
  private volatile boolean arrived;

  /**
   * A reply.
   *
   * @param question the message that asks; null where a button did
   * @param replyTo the message that the answer refers to, if it does
   * @param heading what was asked, where readers do not see it otherwise; or empty
   */
  ChatReply(
      Replies replies,
      Asker asker,
      @Nullable Integer question,
      @Nullable Integer replyTo,
      String heading) {
    this.replies = replies;
    this.asker = asker;
    this.question = question;
    this.replyTo = replyTo;
    this.heading = heading;
    this.preview = new Preview(replies, asker.spot(), replyTo);
  }

  /** The reply by a way back that was kept. */
  static ChatReply by(TelegramRoute route, Replies replies, Asker asker) {
    ChatReply reply =
        new ChatReply(replies, asker, route.question(), route.replyTo(), route.heading());
    Integer shown = route.shown();
    if (shown != null) {
      reply.preview.goOnIn(shown);
    }
    return reply;
  }

  /** Telegram counts as not having done what it does not say it did, as in its every try. */
  @Override
  public boolean nothingArrived() {
    return !arrived;
  }

  @Override
  public String route() {
    Integer shown = preview.messages().stream().findFirst().orElse(null);
    return replies.seal(new TelegramRoute(asker.spot(), question, replyTo, shown, heading));
  }

  @Override
  public void working() {
    synchronized (lock) {
      if (typing == null && !over) {
        typing = replies.beginTyping(asker.spot());
      }
    }
  }

  private void end() {
    synchronized (lock) {
      over = true;
      if (typing != null) {
        typing.end();
      }
    }
  }

  /** Where an earlier answer is there to be replaced, it stays until then. */
  @Override
  public CompletionStage<Void> partial(PartialAnswer answer) {
    return earlier().isEmpty()
        ? preview.show(AnswerMessages.of(replies.viewer().link(answer), heading))
        : DONE;
  }

  @Override
  public CompletionStage<Void> answer(GivenAnswer given) {
    List<TelegramMessage> messages =
        AnswerMessages.of(
            given.id(), replies.viewer().link(given.answer()), asker.phrases(), heading);
    List<Integer> shown = preview.messages();
    return write(messages, shown.isEmpty() ? earlier() : shown, given.settingOut())
        .whenComplete((sent, failure) -> end())
        .thenAccept(ids -> remember(ids, given.question().conversation()))
        .exceptionallyCompose(this::notWritten);
  }

  /** The messages with the answer to the question as it was before it was edited. */
  private List<Integer> earlier() {
    return question == null ? List.of() : replies.asked().answers(asker.spot().chat(), question);
  }

  private CompletionStage<List<Integer>> write(
      List<TelegramMessage> messages, List<Integer> earlier, Runnable settingOut) {
    CompletionStage<List<Integer>> written = CompletableFuture.completedStage(List.of());
    for (int i = 0; i < messages.size(); i++) {
      TelegramMessage message = messages.get(i);
      Integer old = i < earlier.size() ? earlier.get(i) : null;
      Integer to = i == 0 ? replyTo : null;
      Runnable before = i == 0 ? settingOut : () -> {};
      written =
          written.thenCompose(
              ids -> writeOne(message, old, to, before).thenApply(id -> arrived(ids, id)));
    }
    earlier.stream()
        .skip(messages.size())
        .forEach(surplus -> replies.messenger().delete(asker.spot().chat(), surplus));
    return written;
  }

  private CompletionStage<Integer> writeOne(
      TelegramMessage message, @Nullable Integer old, @Nullable Integer to, Runnable before) {
    if (old == null || old == Messenger.UNKNOWN) {
      return replies.messenger().send(asker.spot(), message, to, before);
    }
    return replies
        .messenger()
        .edit(asker.spot().chat(), old, message)
        .thenApply(done -> old)
        .exceptionallyCompose(failure -> notEdited(failure, message, old, to));
  }

  private CompletionStage<Integer> notEdited(
      Throwable failure, TelegramMessage message, int old, @Nullable Integer to) {
    TelegramFault fault = TelegramFault.in(failure).orElse(null);
    if (fault != null && fault.isNotModified()) {
      return CompletableFuture.completedStage(old);
    }
    return fault != null && fault.isNotEditable()
        ? replies.messenger().send(asker.spot(), message, to)
        : CompletableFuture.failedStage(failure);
  }

  private List<Integer> arrived(List<Integer> ids, int id) {
    arrived = true;
    List<Integer> more = new ArrayList<>(ids);
    more.add(id);
    return List.copyOf(more);
  }

  private void remember(List<Integer> ids, String conversation) {
    if (question != null) {
      replies.asked().answered(asker.spot().chat(), question, ids, asker.person(), conversation);
    }
  }

  private CompletionStage<Void> notWritten(Throwable failure) {
    if (TelegramFault.in(failure).filter(TelegramFault::isBlocked).isEmpty()) {
      return CompletableFuture.failedStage(failure);
    }
    log.info("{} does not want to hear of the bot any more", asker.place());
    return CompletableFuture.failedStage(new CancellationException());
  }

  @Override
  public CompletionStage<Void> refuse(Refusal refusal) {
    end();
    if (asker.spot().isGroup() && !replies.mayRefuseIn(asker.spot().chat())) {
      return DONE;
    }
    return replies
        .messenger()
        .send(asker.spot(), TelegramMessage.plain(text(refusal, asker.phrases())), replyTo)
        .<Void>thenApply(sent -> null)
        .exceptionallyCompose(this::notWritten);
  }

  private static String text(Refusal refusal, Phrases phrases) {
    long seconds = Math.max(1, refusal.again().plus(Duration.ofMillis(999)).toSeconds());
    return switch (refusal.reason()) {
      case PERSON_LIMIT -> phrases.text("refusal.person", seconds);
      case CHAT_LIMIT -> phrases.text("refusal.chat", seconds);
      case WORKSPACE_LIMIT -> phrases.text("refusal.bot", seconds);
      case BUSY -> phrases.text("refusal.busy", seconds);
      case OFF -> phrases.text("refusal.off");
      case LATE -> phrases.text("refusal.late");
      case INTERRUPTED -> phrases.text("refusal.interrupted");
    };
  }
}
