package parley.bot.chat;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.knowledge.Finding;
import parley.knowledge.Question;

/** The way of one message that is held against the documents, from the queue to the screen. */
record Checking(
    IncomingQuestion message, CheckReply reply, AnswerSource source, PlaceSettings place) {

  private static final Logger log = LoggerFactory.getLogger(Checking.class);

  /** A handful: somebody is to read what is found for each. */
  private static final int MOST_STATEMENTS = 5;

  /**
   * Finds what is closest, and has it shown.
   *
   * @param sender runs what talks to the platform
   */
  void run(Consumer<Runnable> sender) {
    try {
      List<Finding> findings = source.compare(text(), MOST_STATEMENTS);
      log.info("a message in {} was checked: {} statements", message.place(), findings.size());
      sender.accept(() -> reply.show(findings));
    } catch (RuntimeException e) {
      log.error("a message in {} could not be checked", message.place(), e);
      sender.accept(reply::fail);
    }
  }

  private Question text() {
    return new Question(message.text(), List.of(), Set.copyOf(place.documents()));
  }
}
