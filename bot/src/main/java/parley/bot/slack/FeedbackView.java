package parley.bot.slack;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.RadioButtonsElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewState;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The modal that asks what was wrong with an answer. */
final class FeedbackView {

  private static final String KIND = "kind";
  private static final String WORDS = "words";
  private static final int MOST_WORDS = 2_000;

  /** What may be wrong, in the order in which it is offered. */
  private enum Kind {
    WRONG("It is not true"),
    BESIDE("It does not answer what I asked"),
    UNSUPPORTED("The passage does not say that"),
    INCOMPLETE("Something is missing");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    OptionObject option() {
      return OptionObject.builder()
          .text(Blocks.plain(label))
          .value(name().toLowerCase(Locale.ROOT))
          .build();
    }
  }

  private FeedbackView() {}

  /**
   * The modal.
   *
   * @param answerId comes back with what is submitted
   */
  static View of(String answerId) {
    return View.builder()
        .type("modal")
        .callbackId(ActionIds.FEEDBACK_VIEW)
        .privateMetadata(answerId)
        .title(ViewTitle.builder().type("plain_text").text(Wording.WHAT_WAS_WRONG).build())
        .submit(ViewSubmit.builder().type("plain_text").text("Send").build())
        .close(ViewClose.builder().type("plain_text").text("Cancel").build())
        .blocks(List.of(kinds(), words()))
        .build();
  }

  private static InputBlock kinds() {
    List<OptionObject> options = Arrays.stream(Kind.values()).map(Kind::option).toList();
    return InputBlock.builder()
        .blockId(KIND)
        .optional(true)
        .label(Blocks.plain("The answer"))
        .element(RadioButtonsElement.builder().actionId(KIND).options(options).build())
        .build();
  }

  private static InputBlock words() {
    return InputBlock.builder()
        .blockId(WORDS)
        .optional(true)
        .label(Blocks.plain("In your words"))
        .element(
            PlainTextInputElement.builder()
                .actionId(WORDS)
                .multiline(true)
                .maxLength(MOST_WORDS)
                .build())
        .build();
  }

  /** What was chosen and written, for example {@code wrong: he was not there}. */
  static String reason(@Nullable ViewState state) {
    return Stream.of(chosen(state), written(state))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(": "));
  }

  private static Optional<String> chosen(@Nullable ViewState state) {
    return value(state, KIND)
        .map(ViewState.Value::getSelectedOption)
        .map(ViewState.SelectedOption::getValue);
  }

  private static Optional<String> written(@Nullable ViewState state) {
    return value(state, WORDS)
        .map(ViewState.Value::getValue)
        .map(String::strip)
        .filter(words -> !words.isEmpty());
  }

  private static Optional<ViewState.Value> value(@Nullable ViewState state, String id) {
    return Optional.ofNullable(state)
        .map(ViewState::getValues)
        .map(values -> values.get(id))
        .map(block -> block.get(id));
  }
}
