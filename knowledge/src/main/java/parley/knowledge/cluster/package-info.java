/**
 * How an OpenSearch cluster is reached, for the index and for whoever keeps something beside it.
 */
@NullMarked
package parley.knowledge.cluster;

import org.jspecify.annotations.NullMarked;
