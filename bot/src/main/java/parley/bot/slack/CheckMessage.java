package parley.bot.slack;

import com.slack.api.model.block.element.BlockElement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import parley.knowledge.Citation;
import parley.knowledge.Finding;
import parley.knowledge.Paragraph;

/**
 * What "Check against the sources" shows: each statement of a message and the passage closest to
 * it. It says so and no more, since whether a passage agrees is not judged.
 */
final class CheckMessage {

  private static final int MOST_STATEMENT = 300;

  /** Of a paragraph, on each side of the quote: five statements fit into one message. */
  private static final int AROUND = 200;

  private CheckMessage() {}

  /**
   * Makes it; nearly always it is one message.
   *
   * @param findings at least one
   * @param paragraphs finds the paragraph of a citation, where its document is still served
   */
  static List<SlackMessage> of(
      List<Finding> findings, Function<Citation, Optional<Paragraph>> paragraphs) {
    MessagePacker packer = new MessagePacker(UUID.randomUUID().toString());
    packer.addCaption(Caption.of(Wording.CLOSEST));
    for (Finding finding : findings) {
      String statement = SlackText.shorten(finding.statement(), MOST_STATEMENT);
      Optional<Citation> closest = finding.closest();
      closest.ifPresentOrElse(
          citation -> addPassage(packer, statement, citation, paragraphs.apply(citation)),
          () ->
              add(
                  packer,
                  statement,
                  RichText.section(Wording.NOT_SPOKEN_OF),
                  Wording.NOT_SPOKEN_OF));
    }
    packer.addCaption(Caption.of(Wording.NOT_JUDGED));
    return packer.messages();
  }

  private static void addPassage(
      MessagePacker packer, String statement, Citation citation, Optional<Paragraph> paragraph) {
    add(
        packer,
        statement,
        PassageQuote.of(citation, paragraph, AROUND),
        "“" + citation.quote() + "”");
    packer.addCaption(SourceLine.of("Source:", citation));
  }

  private static void add(
      MessagePacker packer, String statement, BlockElement found, String inWords) {
    BlockElement heading = RichText.section(List.of(RichText.bold(statement)));
    packer.addRichText(List.of(heading, found), statement + "\n" + inWords);
  }
}
