package parley.bot.slack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.bot.chat.PartialAnswer;
import parley.knowledge.Answer;
import parley.knowledge.Citation;

/** Renders an answer as messages; nearly always it is one. */
final class AnswerMessages {

  private static final String MORE_TO_COME = " …";

  private final @Nullable String helpChannel;

  AnswerMessages(@Nullable String helpChannel) {
    this.helpChannel = helpChannel;
  }

  /**
   * The messages, in the order to post them.
   *
   * @param id the answer's, for its buttons
   * @param heading what was asked and by whom, where readers do not see it otherwise
   */
  List<SlackMessage> of(String id, Answer answer, Optional<Caption> heading, ButtonRow buttons) {
    MessagePacker packer = new MessagePacker(id);
    heading.ifPresent(packer::addCaption);
    switch (answer.outcome()) {
      case ANSWERED -> addAnswer(packer, id, answer, buttons);
      case NOT_IN_SOURCES -> addNotInSources(packer, answer);
      case SMALL_TALK, REFUSED, FAILED -> {
        packer.addText(answer.text());
        packer.addTopics(answer.suggestions());
      }
    }
    return packer.messages();
  }

  /** What stands of an answer, as far as one message goes; the answer's first takes its place. */
  static SlackMessage of(PartialAnswer answer, Optional<Caption> heading) {
    MessagePacker packer = new MessagePacker(answer.id());
    heading.ifPresent(packer::addCaption);
    addCited(packer, answer.text() + MORE_TO_COME, answer.citations());
    return packer.messages().get(0);
  }

  private static void addCited(MessagePacker packer, String text, List<Citation> cited) {
    Map<Integer, Citation> citations =
        cited.stream().collect(Collectors.toMap(Citation::number, Function.identity()));
    packer.addText(
        text, number -> Optional.ofNullable(citations.get(number)).map(one -> one.source().url()));
  }

  private static void addAnswer(MessagePacker packer, String id, Answer answer, ButtonRow buttons) {
    addCited(packer, answer.text(), answer.citations());
    answer.citations().forEach(citation -> packer.addCaption(SourceLine.numbered(citation)));
    packer.addButtons(buttons.of(id));
  }

  /**
   * To one who speaks another language, what the knowledge base says in it is shown; and where it
   * says more than that it found nothing, on a line above.
   */
  private void addNotInSources(MessagePacker packer, Answer answer) {
    boolean ours = answer.language().equals("en") && answer.text().lines().count() == 1;
    packer.addText(ours ? Wording.NOT_IN_SOURCES : SlackText.escape(answer.text()));
    if (helpChannel != null) {
      packer.addCaption(Caption.of(Wording.help(helpChannel)));
    }
    if (!answer.suggestions().isEmpty()) {
      if (ours) {
        packer.addText(Wording.NEARBY);
      }
      packer.addTopics(answer.suggestions());
    }
  }
}
