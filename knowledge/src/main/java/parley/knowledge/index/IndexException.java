package parley.knowledge.index;

import org.jspecify.annotations.Nullable;

/** An index that cannot be opened, read or changed; says how to mend it. */
public class IndexException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public IndexException(String message) {
    super(message);
  }

  public IndexException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
