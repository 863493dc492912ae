package parley.bot.chat;

import java.util.List;
import parley.knowledge.DocumentSelection;

/**
 * What holds in one channel or chat.
 *
 * @param documents names of the documents that answers may rest on: their ids, subfolders or tags;
 *     empty for all
 * @param mentionAlways whether follow-ups in a thread need a mention as well
 * @param off whether the bot keeps silent
 */
public record PlaceSettings(List<String> documents, boolean mentionAlways, boolean off) {

  static final PlaceSettings DEFAULT = new PlaceSettings(List.of(), false, false);

  public PlaceSettings {
    documents = documents == null ? List.of() : List.copyOf(documents);
  }

  DocumentSelection selection() {
    return DocumentSelection.of(documents);
  }
}
