package parley.bot.slack;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.view.View;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bot.chat.Address;
import parley.bot.chat.Chat;
import parley.bot.chat.IncomingQuestion;
import parley.bot.chat.Reply;
import parley.knowledge.Answer;

/** What happens when somebody clicks on a button. */
record ActionHandler(Chat chat, Answers answers, BotIdentity self) {

  private static final Logger log = LoggerFactory.getLogger(ActionHandler.class);

  private static final int MOST_HEADING = 300;

  /** Lets a click through once, which Slack may deliver twice. */
  Consumer<Click> once(Consumer<Click> handler) {
    return click -> {
      if (chat.claim(Conversation.eventNames(click.triggerId()))) {
        handler.accept(click);
      }
    };
  }

  /** "Show passages". */
  void showPassages(Click click) {
    Optional<Answer> answer = chat.recall(click.value()).map(chat.viewer()::link);
    postAside(
        click,
        () ->
            answer.ifPresentOrElse(
                found ->
                    open(click, PassagesView.of(found, chat.documents(click.channel())::paragraph)),
                () -> tell(click, Wording.FORGOTTEN)));
  }

  /** Not after the messages of the channel: what opens a modal is good for three seconds. */
  private void postAside(Click click, Runnable task) {
    chat.post(Conversation.PLATFORM + ":clicks of " + click.person(), task);
  }

  private void open(Click click, View view) {
    try {
      answers.api().open(click.triggerId(), view);
    } catch (SlackFault e) {
      log.warn("{}; the person is asked to click again", e.getMessage());
      tell(click, Wording.NOT_OPENED);
    }
  }

  /** "Share to the channel". */
  void share(Click click) {
    Optional<Answer> answer = chat.recall(click.value());
    if (answer.isEmpty()) {
      postAside(click, () -> tell(click, Wording.FORGOTTEN));
    } else if (chat.claim(List.of("slack:share:" + click.value()))) {
      chat.post(click.channel(), () -> share(click, answer.get()));
    } else {
      postAside(click, () -> tell(click, Wording.SHARED_BEFORE));
    }
  }

  private void share(Click click, Answer answer) {
    SlackApi api = answers.api();
    try {
      answers.send(
          click.value(),
          answer,
          Optional.of(asked(click.person(), answer.question())),
          false,
          message -> api.tellAll(click.responseUrl(), click.channel(), message));
    } catch (SlackFault e) {
      log.warn("{}; an answer was not shared", e.getMessage());
      tell(click, Wording.NOT_SHARED);
      return;
    }
    api.takeAway(click.responseUrl());
  }

  private static Caption asked(String person, String question) {
    return new Caption("<@" + person + "> asked:", quoted(question));
  }

  private static String quoted(String question) {
    return "“" + SlackText.shorten(question, MOST_HEADING) + "”";
  }

  /** Thumbs up or down. */
  void rate(Click click) {
    boolean helpful = click.value().startsWith(ActionIds.UP);
    String id = click.value().replaceFirst("^(?:up|down):", "");
    chat.keepFeedback(id, click.person(), helpful, "");
    if (!helpful) {
      postAside(click, () -> open(click, FeedbackView.of(id)));
    } else if (!click.actionId().equals(ActionIds.FEEDBACK)) {
      // Slack's own buttons show that they were pressed, plain ones do not.
      postAside(click, () -> tell(click, Wording.THANKS));
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
    if (!click.asks()) {
      return;
    }
    Reply reply =
        click.isPrivate()
            ? PrivateReply.to(
                click.responseUrl(),
                click.channel(),
                click.person(),
                new Caption("", "You asked: " + quoted(click.value())),
                answers)
            : ThreadReply.by(
                new SlackRoute(
                    click.channel(),
                    click.thread(),
                    null,
                    click.person(),
                    asked(click.person(), click.value())),
                answers);
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

  private void tell(Click click, String markup) {
    answers.api().tell(click.responseUrl(), SlackMessage.of(markup));
  }
}
