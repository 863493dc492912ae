package parley.bot.slack;

import java.util.List;
import parley.bot.chat.Chat;
import parley.bot.chat.CheckReply;
import parley.bot.chat.Refusal;
import parley.knowledge.Finding;

/** Shows one person what the documents hold that is close to a message. */
record PrivateCheck(Chat chat, SlackApi api, String channel, String responseUrl)
    implements CheckReply {

  @Override
  public void show(List<Finding> findings) {
    if (findings.isEmpty()) {
      tell(SlackMessage.of(Wording.NOTHING_TO_CHECK));
    } else {
      List<Finding> linked = findings.stream().map(chat.viewer()::link).toList();
      CheckMessage.of(linked, chat.documents(channel)::paragraph).forEach(this::tell);
    }
  }

  @Override
  public void refuse(Refusal refusal) {
    tell(SlackMessage.of(Wording.refusal(refusal)));
  }

  @Override
  public void fail() {
    tell(SlackMessage.of(Wording.CHECK_FAILED));
  }

  private void tell(SlackMessage message) {
    api.tell(responseUrl, message);
  }
}
