package parley.bot.slack;

import com.slack.api.model.assistant.SuggestedPrompt;
import com.slack.api.model.event.AppHomeOpenedEvent;
import parley.bot.chat.Chat;
import parley.bot.chat.Starter;

/** The assistant pane: greets whoever opens it and offers questions to begin with. */
record AssistantPane(Chat chat, SlackApi api) {

  private static final String MESSAGES_TAB = "messages";

  void opened(AppHomeOpenedEvent event) {
    if (MESSAGES_TAB.equals(event.getTab())) {
      chat.post(event.getChannel(), () -> greet(event.getChannel()));
    }
  }

  private void greet(String channel) {
    api.suggest(
        channel,
        Wording.GREETING,
        chat.starters(channel).stream().map(AssistantPane::prompt).toList());
  }

  private static SuggestedPrompt prompt(Starter starter) {
    return SuggestedPrompt.builder().title(starter.title()).message(starter.question()).build();
  }
}
