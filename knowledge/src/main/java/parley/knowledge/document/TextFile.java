package parley.knowledge.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A file of text that may begin with front matter. */
record TextFile(TextFormat format) implements DocumentFormat {

  @Override
  public List<ParsedText> parse(String name, byte[] bytes) {
    FrontMatter head = FrontMatter.of(name, DocumentText.decode(name, bytes));
    ParsedText parsed = format.parse(head.body());
    Map<String, String> metadata = new HashMap<>(parsed.metadata());
    metadata.putAll(head.values());
    return List.of(new ParsedText(metadata, parsed.blocks()));
  }
}
