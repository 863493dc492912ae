package parley.bot.chat;

import java.util.Optional;

/** Makes replies again after a restart. */
@FunctionalInterface
public interface ReplyMaker {

  /**
   * Makes a reply.
   *
   * @param question as it was asked
   * @param route what {@link Reply#route} gave
   * @return empty where the route cannot be read: then the question is given up
   */
  Optional<Reply> reply(IncomingQuestion question, String route);
}
