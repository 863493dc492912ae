package parley.bot.slack;

import com.slack.api.Slack;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.middleware.builtin.RequestVerification;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import parley.bot.chat.Chat;

/** The Bolt app: which event goes to whom. Each handler is quick; the chat does the work later. */
final class SlackApp {

  private static final Pattern PASSAGES = Pattern.compile(ActionIds.PASSAGES);
  private static final Pattern SHARE = Pattern.compile(ActionIds.SHARE);
  private static final Pattern RATING = Pattern.compile("feedback(?:_up|_down)?");
  private static final Pattern ASKING = Pattern.compile(ActionIds.ASK + "\\d+");

  private SlackApp() {}

  static App of(SlackSettings settings, Slack slack, Chat chat, Answers answers, BotIdentity self) {
    AppConfig config =
        AppConfig.builder()
            .slack(slack)
            .singleTeamBotToken(settings.botToken())
            .signingSecret(settings.signingSecret())
            .allEventsApiAutoAckEnabled(true)
            .build();
    App app = new App(config, slack, verification(settings));
    MessageHandler messages = new MessageHandler(chat, answers, self);
    app.use((request, response, next) -> handleMessage(request, next, messages));
    handlePane(app, new AssistantPane(chat, answers.api()));
    handleCommands(app, new CommandHandler(chat, answers, self));
    handleClicks(app, new ActionHandler(chat, answers, self));
    return app;
  }

  /** Bolt's own, without the one that asks Slack who we are at every start: we know. */
  private static List<Middleware> verification(SlackSettings settings) {
    List<Middleware> middleware = new ArrayList<>();
    if (settings.signingSecret() != null) {
      middleware.add(
          new RequestVerification(
              new SlackSignature.Verifier(new SlackSignature.Generator(settings.signingSecret()))));
    }
    return middleware;
  }

  private static Response handleMessage(
      Request<?> request, MiddlewareChain next, MessageHandler messages) throws Exception {
    if (!(request instanceof EventRequest event)) {
      return next.next(request);
    }
    Optional<PostedMessage> message = PostedMessage.of(event.getRequestBodyAsString());
    if (message.isEmpty()) {
      return next.next(request);
    }
    messages.handle(message.get());
    return event.getContext().ack();
  }

  private static void handlePane(App app, AssistantPane pane) {
    app.event(
        AppHomeOpenedEvent.class,
        (payload, context) -> {
          pane.opened(payload.getEvent());
          return context.ack();
        });
  }

  private static void handleCommands(App app, CommandHandler commands) {
    app.command(
        ActionIds.COMMAND,
        (request, context) -> {
          commands.command(request.getPayload());
          return context.ack();
        });
    app.messageShortcut(
        ActionIds.CHECK_SHORTCUT,
        (request, context) -> {
          commands.check(request.getPayload());
          return context.ack();
        });
  }

  private static void handleClicks(App app, ActionHandler actions) {
    onClick(app, PASSAGES, actions.once(actions::showPassages));
    onClick(app, SHARE, actions.once(actions::share));
    onClick(app, RATING, actions.once(actions::rate));
    onClick(app, ASKING, actions::ask);
    app.viewSubmission(
        ActionIds.FEEDBACK_VIEW,
        (request, context) -> {
          actions.reason(request.getPayload());
          return context.ack();
        });
  }

  private static void onClick(App app, Pattern actionId, Consumer<Click> handler) {
    app.blockAction(
        actionId,
        (request, context) -> {
          handler.accept(Click.of(request.getPayload()));
          return context.ack();
        });
  }
}
