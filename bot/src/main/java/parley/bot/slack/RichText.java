package parley.bot.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextListElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.knowledge.Statement;

/**
 * Text that people and documents wrote, as Slack's rich text. It is shown to the letter: stars,
 * underscores and backticks, which Slack's markup would take for bold, italic and code and which
 * cannot be escaped there, are characters like others.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/blocks/rich-text-block">Rich text
 *     block</a>
 */
final class RichText {

  private static final Pattern ITEM = Pattern.compile("[-*•] (\\S.*)");

  private RichText() {}

  /**
   * A text's paragraphs and lists, its markers linked to their sources.
   *
   * @param urls the address for a citation's number, where there is one
   */
  static LayoutBlock block(
      String text, IntFunction<Optional<String>> urls, @Nullable String blockId) {
    List<BlockElement> parts = new ArrayList<>();
    List<String> run = new ArrayList<>();
    boolean list = false;
    for (String line : text.split("\n", -1)) {
      boolean item = ITEM.matcher(line).matches();
      if (item != list && !run.isEmpty()) {
        parts.add(part(list, run, urls));
        run.clear();
      }
      list = item;
      run.add(line);
    }
    parts.add(part(list, run, urls));
    return block(parts, blockId);
  }

  static LayoutBlock block(List<BlockElement> parts, @Nullable String blockId) {
    return RichTextBlock.builder().blockId(blockId).elements(List.copyOf(parts)).build();
  }

  private static BlockElement part(
      boolean list, List<String> lines, IntFunction<Optional<String>> urls) {
    return list
        ? RichTextListElement.builder()
            .style("bullet")
            .elements(lines.stream().map(line -> item(line, urls)).toList())
            .build()
        : section(linked(String.join("\n", lines), urls));
  }

  private static RichTextElement item(String line, IntFunction<Optional<String>> urls) {
    return section(linked(ITEM.matcher(line).replaceFirst("$1"), urls));
  }

  static RichTextSectionElement section(String text) {
    return section(List.of(text(text)));
  }

  static RichTextSectionElement section(List<RichTextElement> elements) {
    return RichTextSectionElement.builder().elements(elements).build();
  }

  private static List<RichTextElement> linked(String text, IntFunction<Optional<String>> urls) {
    List<RichTextElement> elements = new ArrayList<>();
    Matcher marker = Statement.MARKER.matcher(text);
    int from = 0;
    while (marker.find()) {
      Optional<String> url =
          urls.apply(Integer.parseInt(marker.group(1))).filter(SlackText::isWebAddress);
      if (url.isPresent()) {
        addText(elements, text.substring(from, marker.start()));
        elements.add(link(url.get(), marker.group()));
        from = marker.end();
      }
    }
    addText(elements, text.substring(from));
    return elements;
  }

  private static void addText(List<RichTextElement> elements, String text) {
    if (!text.isEmpty()) {
      elements.add(text(text));
    }
  }

  static RichTextElement text(String text) {
    return RichTextSectionElement.Text.builder().text(text).build();
  }

  static RichTextElement bold(String text) {
    return RichTextSectionElement.Text.builder()
        .text(text)
        .style(RichTextSectionElement.TextStyle.builder().bold(true).build())
        .build();
  }

  private static RichTextElement link(String url, String label) {
    return RichTextSectionElement.Link.builder().url(url).text(label).build();
  }
}
