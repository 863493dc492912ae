package parley.bot.slack;

import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.response.ResponseTypes;
import java.util.List;
import java.util.Optional;
import parley.bot.chat.Address;
import parley.bot.chat.Chat;
import parley.bot.chat.IncomingQuestion;
import parley.bot.chat.Reply;
import parley.knowledge.Answer;

/** What happens when somebody clicks on a button. */
final class ActionHandler {

  private final Chat chat;
  private final Answers answers;
  private final SlackApi api;
  private final BotIdentity self;

  ActionHandler(Chat chat, Answers answers, BotIdentity self) {
    this.chat = chat;
    this.answers = answers;
    this.api = answers.api();
    this.self = self;
  }

  /** "Show passages". */
  void showPassages(Click click) {
    Optional<Answer> answer = chat.recall(click.value());
    // Not after the messages of the channel: what opens a modal is good for three seconds.
    chat.post(
        "views of " + click.person(),
        () ->
            answer.ifPresentOrElse(
                found -> api.open(click.triggerId(), PassagesView.of(found, chat::paragraph)),
                () -> tell(click, Wording.FORGOTTEN)));
  }

  /** "Share to the channel". */
  void share(Click click) {
    Optional<Answer> answer = chat.recall(click.value());
    if (answer.isEmpty()) {
      chat.post(click.channel(), () -> tell(click, Wording.FORGOTTEN));
    } else if (chat.claim(List.of("slack:share:" + click.value()))) {
      chat.post(click.channel(), () -> share(click, answer.get()));
    } else {
      chat.post(click.channel(), () -> tell(click, Wording.SHARED_BEFORE));
    }
  }

  private void share(Click click, Answer answer) {
    String asked = SlackText.escape(SlackText.shorten(answer.question(), 300));
    Optional<String> heading = Optional.of("<@" + click.person() + "> asked: “" + asked + "”");
    for (SlackMessage message : answers.messages(click.value(), answer, heading, false)) {
      api.respond(
          click.responseUrl(),
          ActionResponse.builder()
              .responseType(ResponseTypes.inChannel)
              .replaceOriginal(false)
              .text(message.text())
              .blocks(message.blocks())
              .build());
    }
    api.respond(click.responseUrl(), ActionResponse.builder().deleteOriginal(true).build());
  }

  /** Thumbs up or down. */
  void rate(Click click) {
    boolean helpful = click.value().startsWith(ActionIds.UP);
    String id = click.value().replaceFirst("^(?:up|down):", "");
    chat.keepFeedback(id, click.person(), helpful, "");
    if (!helpful) {
      chat.post(
          "views of " + click.person(), () -> api.open(click.triggerId(), FeedbackView.of(id)));
    } else if (!click.actionId().equals(ActionIds.FEEDBACK)) {
      // Slack's own buttons show that they were pressed, plain ones do not.
      chat.post("views of " + click.person(), () -> tell(click, Wording.THANKS));
    }
  }

  /** What was wrong, from the modal. */
  void reason(ViewSubmissionPayload submission) {
    chat.keepFeedback(
        submission.getView().getPrivateMetadata(),
        submission.getUser().getId(),
        false,
        FeedbackView.reason(submission.getView().getState()));
  }

  /** A topic or an example. */
  void ask(Click click) {
    String asked = "“" + SlackText.escape(click.value()) + "”";
    Reply reply =
        click.isPrivate()
            ? new PrivateReply(answers, click.responseUrl(), "You asked: " + asked)
            : new ThreadReply(
                answers,
                click.channel(),
                click.thread(),
                click.person(),
                Optional.of("<@" + click.person() + "> asked: " + asked));
    chat.receive(question(click), reply);
  }

  private IncomingQuestion question(Click click) {
    return new IncomingQuestion(
        Conversation.eventNames(click.triggerId()),
        Conversation.PLATFORM,
        self.team(),
        click.channel(),
        click.isPrivate() ? null : click.thread(),
        click.isPrivate()
            ? Conversation.ofOne(click.channel(), click.person())
            : Conversation.of(click.channel(), click.thread()),
        click.person(),
        click.isPrivate() ? Address.PRIVATE : Address.MENTION,
        click.value());
  }

  private void tell(Click click, String escaped) {
    PrivateReply.tell(api, click.responseUrl(), SlackMessage.of(escaped));
  }
}
