package parley.knowledge;

/**
 * A passage that a search found.
 *
 * @param passage the passage
 * @param score how well it fits the query: higher is better, comparable within one search only
 * @param similarity how near it is in meaning: a cosine, -1 to 1
 */
public record FoundPassage(Passage passage, double score, double similarity) {}
