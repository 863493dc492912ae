package parley.bot.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bot.ledger.AcceptedQuestion;

/**
 * What is needed to answer a question after a restart, besides what is kept of every question.
 *
 * @param reply what its platform makes the reply of
 */
record ReturnRoute(String workspace, Address address, @Nullable String language, String reply) {

  private static final Logger log = LoggerFactory.getLogger(ReturnRoute.class);

  private static final JsonMapper JSON = new JsonMapper();

  /** As it is kept; empty where the reply cannot be made again. */
  static String kept(IncomingQuestion question, Reply reply) {
    String route = reply.route();
    return route.isEmpty()
        ? ""
        : new ReturnRoute(question.workspace(), question.address(), question.language(), route)
            .json();
  }

  private String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of strings is always JSON", e);
    }
  }

  /** Reads what was kept. */
  static Optional<ReturnRoute> of(AcceptedQuestion question) {
    try {
      return Optional.of(JSON.readValue(question.route(), ReturnRoute.class));
    } catch (JsonProcessingException e) {
      log.warn("question {} was kept by another version and is given up", question.id());
      return Optional.empty();
    }
  }

  /** The question as it was taken. */
  IncomingQuestion question(AcceptedQuestion kept) {
    return new IncomingQuestion(
        List.of("left:" + kept.id()),
        kept.platform(),
        workspace,
        kept.place(),
        kept.thread(),
        kept.conversation(),
        kept.person(),
        address,
        kept.text(),
        language);
  }
}
