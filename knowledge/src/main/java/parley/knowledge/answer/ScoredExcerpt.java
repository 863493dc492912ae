package parley.knowledge.answer;

/**
 * An excerpt and how well it answers the question.
 *
 * @param excerpt the excerpt
 * @param score what the scoring model gives; the embedded one gives a probability, 0 to 1
 */
record ScoredExcerpt(Excerpt excerpt, double score) {}
