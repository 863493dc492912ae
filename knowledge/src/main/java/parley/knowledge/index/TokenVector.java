package parley.knowledge.index;

/**
 * A piece of a text, a word or part of one, as a model sees it between its neighbours.
 *
 * @param start where it begins in the text
 * @param vector its vector in an inner layer of the model, of any length
 */
public record TokenVector(int start, float[] vector) {}
