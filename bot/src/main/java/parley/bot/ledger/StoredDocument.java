package parley.bot.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A document as a cluster keeps it.
 *
 * @param id what it is found by
 * @param content its fields
 * @param sequence with {@code term}, which of the changes made to its index has made it what it is
 */
record StoredDocument(String id, ObjectNode content, long sequence, long term) {

  /** The text of a field; empty where it has none. */
  String text(String field) {
    return content.path(field).asText("");
  }
}
