package parley.knowledge.language;

/**
 * A text put into English word by word.
 *
 * @param english what could be translated, with the rest as it was typed
 * @param understood the share of its words that could be, 0 to 1; words that mean little by
 *     themselves do not count, so that "And where?" is understood
 */
record Gloss(String english, double understood) {}
