package parley.knowledge.index;

import parley.knowledge.Passage;

/**
 * A passage that words or meaning brought up, with both of its scores.
 *
 * @param passage the passage
 * @param lexical BM25 score, 0 where no word of the query is in it
 * @param similarity cosine of its vector and the query's, -1 to 1
 */
public record Candidate(Passage passage, double lexical, double similarity) {}
