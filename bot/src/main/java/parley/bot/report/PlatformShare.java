package parley.bot.report;

/**
 * What one platform has of the questions.
 *
 * @param platform for example {@code slack}
 * @param questions how many were asked there
 * @param people by how many; on the web they are addresses, counted anew when the bot was restarted
 * @param unanswered how many of the questions the documents did not answer
 */
public record PlatformShare(String platform, int questions, int people, int unanswered) {}
