package parley.knowledge.index;

/**
 * A content word as a model sees it between its neighbours.
 *
 * @param stem as {@link Terms} stems
 * @param vector the mean of its tokens' vectors in the model's last layer, of length 1
 */
public record WordVector(String stem, float[] vector) {}
