package parley.bot.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A question as the fields of a document, and back. */
final class QuestionFields {

  static final String ID = "id";
  static final String PLATFORM = "platform";
  static final String CONVERSATION = "conversation";
  static final String PLACE = "place";
  static final String THREAD = "thread";
  static final String PERSON = "person";
  static final String TEXT = "text";
  static final String ASKED = "asked";
  static final String ROUTE = "route";

  /** Which of the questions that were asked at one moment came first. */
  static final String ORDER = "order";

  /** The claim of the question's event that the document decides. */
  static final String CLAIM = "claim";

  /** The process that works on it. */
  static final String HOLDER = "holder";

  /** Whether it is to be answered still. */
  static final String LEFT = "left";

  static final String SENDING = "sending";
  static final String DELIVERED = "delivered";
  static final String OUTCOME = "outcome";
  static final String ANSWER = "answer";
  static final String DETAILS = "details";
  static final String FINISHED = "finished";
  static final String TOKENS_IN = "tokensIn";
  static final String TOKENS_OUT = "tokensOut";

  private QuestionFields() {}

  static ObjectNode of(AcceptedQuestion question) {
    ObjectNode fields =
        JsonNodeFactory.instance
            .objectNode()
            .put(ID, question.id())
            .put(PLATFORM, question.platform())
            .put(CONVERSATION, question.conversation())
            .put(PLACE, question.place())
            .put(PERSON, question.person())
            .put(TEXT, question.text())
            .put(ASKED, question.asked().toEpochMilli())
            .put(LEFT, !question.route().isEmpty());
    if (question.thread() != null) {
      fields.put(THREAD, question.thread());
    }
    if (!question.route().isEmpty()) {
      fields.put(ROUTE, question.route());
    }
    return fields;
  }

  static LeftQuestion left(ObjectNode fields) {
    return new LeftQuestion(
        new AcceptedQuestion(
            fields.path(ID).asText(),
            fields.path(PLATFORM).asText(),
            fields.path(CONVERSATION).asText(),
            fields.path(PLACE).asText(),
            text(fields, THREAD),
            fields.path(PERSON).asText(),
            fields.path(TEXT).asText(),
            time(fields, ASKED),
            fields.path(ROUTE).asText()),
        fields.has(SENDING) ? Optional.of(time(fields, SENDING)) : Optional.empty());
  }

  static void end(ObjectNode fields, QuestionEnd end) {
    fields
        .put(OUTCOME, end.outcome())
        .put(ANSWER, end.answer())
        .put(DETAILS, end.details())
        .put(FINISHED, end.at().toEpochMilli())
        .put(TOKENS_IN, end.tokensIn())
        .put(TOKENS_OUT, end.tokensOut());
  }

  static Optional<QuestionEnd> end(ObjectNode fields) {
    return fields.has(OUTCOME)
        ? Optional.of(
            new QuestionEnd(
                fields.path(OUTCOME).asText(),
                fields.path(ANSWER).asText(),
                fields.path(DETAILS).asText(),
                time(fields, FINISHED),
                fields.path(TOKENS_IN).asInt(),
                fields.path(TOKENS_OUT).asInt()))
        : Optional.empty();
  }

  static PersonsQuestion personsQuestion(ObjectNode fields) {
    return new PersonsQuestion(
        fields.path(ID).asText(),
        fields.path(PLATFORM).asText(),
        fields.path(PLACE).asText(),
        time(fields, ASKED),
        fields.path(TEXT).asText(),
        text(fields, OUTCOME),
        text(fields, ANSWER));
  }

  static AskedQuestion asked(ObjectNode fields, List<Feedback> feedback) {
    return new AskedQuestion(
        fields.path(PLATFORM).asText(),
        fields.path(PERSON).asText(),
        fields.path(TEXT).asText(),
        time(fields, ASKED),
        end(fields),
        feedback);
  }

  /** Nothing more will be sent. */
  static void release(ObjectNode fields) {
    fields.put(LEFT, false).remove(ROUTE);
  }

  private static Instant time(ObjectNode fields, String name) {
    return Instant.ofEpochMilli(fields.path(name).asLong());
  }

  private static @Nullable String text(ObjectNode fields, String name) {
    JsonNode value = fields.get(name);
    return value == null ? null : value.asText();
  }
}
