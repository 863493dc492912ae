package parley.bot.web;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bot.chat.Address;
import parley.bot.chat.Chat;
import parley.bot.chat.IncomingQuestion;
import parley.bot.chat.Reply;
import parley.bot.chat.SearchReply;

/** Puts questions and searches to the chat, in the name of who asks. Thread-safe. */
record Asking(Chat chat, Visitors visitors, OpenRequests open) {

  static final String PLATFORM = Chat.WEB_PAGE;

  private static final Logger log = LoggerFactory.getLogger(Asking.class);

  /** A language model takes its time, and others may be before it. */
  static final long PATIENCE = Duration.ofMinutes(2).toMillis();

  /**
   * Counts an exchange as one that waits.
   *
   * @throws ProblemException if too many do
   */
  void begin(Exchange exchange) {
    exchange.waitFor(PATIENCE);
    open.enter(visitors.name(exchange.request()), exchange);
  }

  /** Asks; the reply hears of the answer. */
  void ask(Exchange exchange, AskRequest asked, Reply reply) {
    String conversation = PLATFORM + ":" + asked.conversation();
    put(
        exchange,
        () ->
            chat.receive(
                question(exchange, conversation, asked.question(), asked.language()), reply));
  }

  /** Searches; the reply hears of what is found. */
  void search(Exchange exchange, String query, int top, SearchReply reply) {
    String alone = PLATFORM + ":" + UUID.randomUUID();
    put(exchange, () -> chat.search(question(exchange, alone, query, null), top, reply));
  }

  private IncomingQuestion question(
      Exchange exchange, String conversation, String text, @Nullable String language) {
    return new IncomingQuestion(
        List.of(PLATFORM + ":" + UUID.randomUUID()),
        PLATFORM,
        PLATFORM,
        PLATFORM,
        null,
        conversation,
        PLATFORM + ":" + visitors.name(exchange.request()),
        Address.REQUEST,
        text,
        language);
  }

  private static void put(Exchange exchange, Runnable question) {
    try {
      question.run();
    } catch (RuntimeException e) {
      if (!Chat.isStorageFailure(e)) {
        throw e;
      }
      log.warn("a question could not be kept: {}", e.getMessage());
      exchange.problem(Problem.NOT_KEPT);
    }
  }
}
