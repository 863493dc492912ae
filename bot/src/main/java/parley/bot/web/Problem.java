package parley.bot.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import parley.bot.chat.Json;
import parley.bot.chat.Refusal;

/**
 * Why a request is not done, as RFC 9457 has it.
 *
 * @param status of HTTP
 * @param title what kind of problem, for people
 * @param detail what is wrong here and how to mend it
 * @param headers sent with it
 */
record Problem(int status, String title, String detail, Map<String, String> headers) {

  static final String TYPE = "application/problem+json";

  static final Problem NOT_FOUND =
      new Problem(
          404, "Not found", "there is nothing at this address: see /api for those there are");

  static final Problem FAILED =
      new Problem(
          500, "Failed", "something went wrong while looking for it: try again in a moment");

  static final Problem TOO_LATE =
      new Problem(504, "Too late", "there was no answer in time: ask again, or something simpler");

  static final Problem NOT_KEPT =
      new Problem(503, "Unavailable", "nothing can be kept at the moment: try again later");

  Problem {
    headers = Map.copyOf(headers);
  }

  Problem(int status, String title, String detail) {
    this(status, title, detail, Map.of());
  }

  static Problem badRequest(String detail) {
    return new Problem(400, "Bad request", detail);
  }

  static Problem tooLarge(int most) {
    return new Problem(
        413, "Too large", "the body has more than " + most + " bytes: send a shorter one");
  }

  static Problem wrongMethod(String allowed) {
    return new Problem(
        405,
        "Method not allowed",
        "this address takes " + allowed + " alone: use that",
        Map.of("Allow", allowed));
  }

  /** Too much is asked, or nothing is answered here. */
  static Problem of(Refusal refusal) {
    long seconds = Math.max(1, refusal.again().plusMillis(999).toSeconds());
    Map<String, String> again = Map.of("Retry-After", Long.toString(seconds));
    return switch (refusal.reason()) {
      case PERSON_LIMIT, CHAT_LIMIT, WORKSPACE_LIMIT ->
          new Problem(
              429,
              "Too many requests",
              "more is asked than is answered in a minute: try again in " + seconds + " s",
              again);
      case BUSY ->
          new Problem(
              503,
              "Busy",
              "too many questions wait for their answers: try again in " + seconds + " s",
              again);
      case LATE, INTERRUPTED -> new Problem(503, "Interrupted", "please ask again");
      case OFF -> new Problem(403, "Switched off", "no questions are answered here");
    };
  }

  String json() {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("type", "about:blank").put("title", title).put("status", status).put("detail", detail);
    return json.toString();
  }
}
