package parley.knowledge.feed;

/** An address, or a list of them, that cannot be fetched from; says why. */
final class FetchException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FetchException(String message) {
    super(message);
  }

  FetchException(String message, Throwable cause) {
    super(message, cause);
  }
}
