package parley.knowledge;

/**
 * A passage that a search found.
 *
 * @param passage the passage
 * @param score how well it fits the query: higher is better, comparable within one search only
 */
public record FoundPassage(Passage passage, double score) {}
