package parley.bot.slack;

import com.slack.api.Slack;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.builtin.RequestVerification;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.MessageThreadBroadcastEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import parley.bot.chat.Chat;

/** The Bolt app: which event goes to whom. Each handler is quick; the chat does the work later. */
final class SlackApp {

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
    App app = new App(config, slack, middleware(settings));
    handleEvents(app, chat, answers, self);
    handleCommands(app, new CommandHandler(chat, answers, self));
    handleClicks(app, new ActionHandler(chat, answers, self));
    return app;
  }

  /** Bolt's own, without the one that asks Slack who we are at every start: we know. */
  private static List<Middleware> middleware(SlackSettings settings) {
    List<Middleware> middleware = new ArrayList<>();
    if (settings.signingSecret() != null) {
      middleware.add(
          new RequestVerification(
              new SlackSignature.Verifier(new SlackSignature.Generator(settings.signingSecret()))));
    }
    return middleware;
  }

  private static void handleEvents(App app, Chat chat, Answers answers, BotIdentity self) {
    MessageHandler messages = new MessageHandler(chat, answers, self);
    AssistantPane pane = new AssistantPane(chat, answers.api());
    app.event(
        AppMentionEvent.class,
        (payload, context) -> {
          messages.handle(PostedMessage.mention(payload, payload.getEvent()));
          return context.ack();
        });
    app.event(
        MessageEvent.class,
        (payload, context) -> {
          messages.handle(PostedMessage.of(payload, payload.getEvent()));
          return context.ack();
        });
    app.event(
        MessageFileShareEvent.class,
        (payload, context) -> {
          messages.handle(PostedMessage.withFile(payload, payload.getEvent()));
          return context.ack();
        });
    app.event(
        MessageThreadBroadcastEvent.class,
        (payload, context) -> {
          messages.handle(PostedMessage.broadcast(payload, payload.getEvent()));
          return context.ack();
        });
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
    app.blockAction(
        ActionIds.PASSAGES,
        (request, context) -> {
          actions.showPassages(Click.of(request.getPayload()));
          return context.ack();
        });
    app.blockAction(
        ActionIds.SHARE,
        (request, context) -> {
          actions.share(Click.of(request.getPayload()));
          return context.ack();
        });
    app.blockAction(
        RATING,
        (request, context) -> {
          actions.rate(Click.of(request.getPayload()));
          return context.ack();
        });
    app.blockAction(
        ASKING,
        (request, context) -> {
          actions.ask(Click.of(request.getPayload()));
          return context.ack();
        });
    app.viewSubmission(
        ActionIds.FEEDBACK_VIEW,
        (request, context) -> {
          actions.reason(request.getPayload());
          return context.ack();
        });
  }
}
