package parley.knowledge.document;

/** A document, or the place where documents should be, that cannot be read; says how to mend it. */
public final class DocumentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DocumentException(String message) {
    super(message);
  }

  public DocumentException(String message, Throwable cause) {
    super(message, cause);
  }
}
