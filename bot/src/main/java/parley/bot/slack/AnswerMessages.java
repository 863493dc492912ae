package parley.bot.slack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.knowledge.Answer;
import parley.knowledge.Citation;

/** Renders an answer as messages; nearly always it is one. */
final class AnswerMessages {

  /** Slack's limit for the text of a section. */
  private static final int SECTION = 3_000;

  private static final Pattern MARKER = Pattern.compile("\\[(\\d{1,3})\\]");

  /** Slack makes no lists of such lines. */
  private static final Pattern BULLET = Pattern.compile("^[-*] ", Pattern.MULTILINE);

  private final @Nullable String helpChannel;

  AnswerMessages(@Nullable String helpChannel) {
    this.helpChannel = helpChannel;
  }

  /**
   * The messages, in the order to post them.
   *
   * @param id the answer's, for its buttons
   * @param heading what was asked and by whom, in markup, where readers do not see it otherwise
   */
  List<SlackMessage> of(String id, Answer answer, Optional<String> heading, ButtonRow buttons) {
    MessagePacker packer = new MessagePacker(id);
    heading.ifPresent(packer::addContext);
    switch (answer.outcome()) {
      case ANSWERED -> addAnswer(packer, id, answer, buttons);
      case NOT_IN_SOURCES -> addNotInSources(packer, answer);
      case SMALL_TALK, REFUSED, FAILED -> {
        addText(packer, SlackText.escape(answer.text()));
        packer.addTopics(answer.suggestions());
      }
    }
    return packer.messages();
  }

  private static void addAnswer(MessagePacker packer, String id, Answer answer, ButtonRow buttons) {
    addText(packer, markup(answer));
    for (Citation citation : answer.citations()) {
      packer.addContext(SourceLine.markup(citation));
    }
    packer.addButtons(buttons.of(id));
  }

  private void addNotInSources(MessagePacker packer, Answer answer) {
    packer.addText(Wording.NOT_IN_SOURCES);
    if (helpChannel != null) {
      packer.addContext(Wording.help(helpChannel));
    }
    if (!answer.suggestions().isEmpty()) {
      packer.addText(Wording.NEARBY);
      packer.addTopics(answer.suggestions());
    }
  }

  private static void addText(MessagePacker packer, String markup) {
    TextSplitter.split(markup, SECTION).forEach(packer::addText);
  }

  /** The answer's text, its markers linked to their sources. */
  private static String markup(Answer answer) {
    Map<Integer, Citation> citations =
        answer.citations().stream()
            .collect(Collectors.toMap(Citation::number, Function.identity()));
    return MARKER
        .matcher(BULLET.matcher(SlackText.escape(answer.text())).replaceAll("• "))
        .replaceAll(
            marker ->
                Matcher.quoteReplacement(
                    linked(marker.group(), citations.get(Integer.valueOf(marker.group(1))))));
  }

  private static String linked(String marker, @Nullable Citation citation) {
    return citation == null ? marker : SlackText.link(citation.source().url(), marker);
  }
}
