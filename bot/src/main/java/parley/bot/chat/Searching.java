package parley.bot.chat;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.knowledge.FoundPassage;

/** The way of one search from the queue to the person's screen. */
record Searching(
    IncomingQuestion query, int top, SearchReply reply, AnswerSource source, PlaceSettings place) {

  private static final Logger log = LoggerFactory.getLogger(Searching.class);

  void run() {
    long start = System.nanoTime();
    List<FoundPassage> found;
    try {
      found = source.search(query.text(), top, place.documents());
    } catch (RuntimeException e) {
      log.error("a search in {} failed", query.place(), e);
      reply.fail();
      return;
    }
    reply.show(found, Duration.ofNanos(System.nanoTime() - start));
  }
}
