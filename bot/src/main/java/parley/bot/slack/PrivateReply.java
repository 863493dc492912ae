package parley.bot.slack;

import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.bolt.response.ResponseTypes;
import java.util.Optional;
import parley.bot.chat.GivenAnswer;
import parley.bot.chat.Refusal;
import parley.bot.chat.Reply;

/** Answers a command or a click so that only the person sees it. */
record PrivateReply(Answers answers, String responseUrl, String heading) implements Reply {

  /** A command has no thread to show a status under. */
  @Override
  public void working() {}

  @Override
  public void answer(GivenAnswer given) {
    for (SlackMessage message :
        answers.messages(given.id(), given.answer(), Optional.of(heading), true)) {
      tell(answers.api(), responseUrl, message);
    }
  }

  @Override
  public void refuse(Refusal refusal) {
    tell(answers.api(), responseUrl, SlackMessage.of(Wording.refusal(refusal)));
  }

  /** Says something to one person beside what was clicked on. */
  static void tell(SlackApi api, String responseUrl, SlackMessage message) {
    api.respond(
        responseUrl,
        ActionResponse.builder()
            .responseType(ResponseTypes.ephemeral)
            .replaceOriginal(false)
            .text(message.text())
            .blocks(message.blocks())
            .build());
  }
}
