package parley.bot.slack;

import com.slack.api.model.block.ContextActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.FeedbackButtonObject;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.FeedbackButtonsElement;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be done with an answer.
 *
 * @param nativeFeedback whether the workspace has Slack's own feedback buttons
 * @param sharable whether the person alone sees the answer and may show it to the channel
 */
record ButtonRow(boolean nativeFeedback, boolean sharable) {

  /** The blocks under the answer with this id. */
  List<LayoutBlock> of(String id) {
    List<ButtonElement> buttons = new ArrayList<>();
    buttons.add(Blocks.button(ActionIds.PASSAGES, "Show passages", id));
    if (sharable) {
      buttons.add(Blocks.button(ActionIds.SHARE, "Share to the channel", id));
    }
    if (nativeFeedback) {
      return List.of(Blocks.actions(buttons), thumbs(id));
    }
    buttons.add(Blocks.button(ActionIds.FEEDBACK_UP, "👍", ActionIds.UP + id));
    buttons.add(Blocks.button(ActionIds.FEEDBACK_DOWN, "👎", ActionIds.DOWN + id));
    return List.of(Blocks.actions(buttons));
  }

  private static LayoutBlock thumbs(String id) {
    return ContextActionsBlock.builder()
        .elements(
            List.of(
                FeedbackButtonsElement.builder()
                    .actionId(ActionIds.FEEDBACK)
                    .positiveButton(thumb("Helpful", ActionIds.UP + id))
                    .negativeButton(thumb("Not helpful", ActionIds.DOWN + id))
                    .build()))
        .build();
  }

  private static FeedbackButtonObject thumb(String label, String value) {
    return FeedbackButtonObject.builder()
        .text(Blocks.plain(label))
        .value(value)
        .accessibilityLabel(label)
        .build();
  }
}
