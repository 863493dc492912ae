package parley.knowledge.cluster;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Where on a cluster everything of one deployment is. Others have other places on the same cluster.
 *
 * @param nodes of the cluster
 * @param prefix what the names of its indexes begin with, such as {@value #USUAL_PREFIX}: small
 *     letters, digits and hyphens, at most 100, not a hyphen first
 */
public record ClusterPlace(ClusterNodes nodes, String prefix) {

  /** The prefix of who has no reason for another. */
  public static final String USUAL_PREFIX = "parley";

  private static final Pattern PREFIX = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");

  /**
   * Checks the prefix.
   *
   * @throws IllegalArgumentException if names cannot begin with it
   */
  public ClusterPlace {
    Objects.requireNonNull(nodes, "nodes");
    if (!PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException(
          "'"
              + prefix
              + "' cannot begin the names of a cluster's indexes: take small letters, digits and"
              + " hyphens, at most 100, not a hyphen first");
    }
  }

  /** The name there of something of this deployment's, such as {@code ledger}. */
  public String name(String what) {
    return prefix + "-" + what;
  }
}
