package parley.knowledge.index;

import org.jspecify.annotations.Nullable;

/** Another process is changing the index. When it has done, the change may be needless. */
public final class IndexBusyException extends IndexException {

  private static final long serialVersionUID = 1L;

  /** Says in one sentence what to do. */
  public IndexBusyException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
