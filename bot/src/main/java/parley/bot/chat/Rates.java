package parley.bot.chat;

/**
 * How often may be asked on one platform.
 *
 * @param person questions of one person within a minute
 * @param chat questions in one channel or chat within a minute
 * @param all questions of one workspace within a minute; of everybody, where a platform has none
 */
public record Rates(int person, int chat, int all) {}
