package parley.bot.slack;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import parley.bot.chat.GivenAnswer;
import parley.bot.chat.Refusal;
import parley.bot.chat.Reply;

/** Answers a command or a click so that only the person sees it. */
final class PrivateReply implements Reply {

  private final Answers answers;
  private final Consumer<SlackMessage> teller;
  private final Caption heading;
  private final SlackRoute way;

  private PrivateReply(Answers answers, Consumer<SlackMessage> teller, SlackRoute way) {
    this.answers = answers;
    this.teller = teller;
    this.heading = Objects.requireNonNull(way.heading(), "heading");
    this.way = way;
  }

  /**
   * A reply by the address that came with a command or a click, which is good for half an hour.
   *
   * @param heading what was asked, since the person does not see it otherwise
   */
  static PrivateReply to(
      String responseUrl, String channel, String person, Caption heading, Answers answers) {
    return new PrivateReply(
        answers,
        message -> answers.api().tell(responseUrl, message),
        new SlackRoute(channel, null, null, person, heading));
  }

  /** A reply by the channel, after a restart. */
  static PrivateReply by(SlackRoute way, Answers answers) {
    return new PrivateReply(
        answers, message -> answers.api().postTo(way.person(), way.channel(), null, message), way);
  }

  @Override
  public String route() {
    return way.kept();
  }

  /** A command has no thread to show a status under. */
  @Override
  public void working() {}

  @Override
  public CompletionStage<Void> answer(GivenAnswer given) {
    given.settingOut().run();
    answers.send(given.id(), given.answer(), Optional.of(heading), true, teller);
    return DONE;
  }

  @Override
  public CompletionStage<Void> refuse(Refusal refusal) {
    teller.accept(SlackMessage.of(Wording.refusal(refusal)));
    return DONE;
  }
}
