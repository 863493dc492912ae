package parley.knowledge.grounding;

/** Whether a statement rests on its passages, or the first reason why not. */
public enum Verdict {
  /** It does. */
  SUPPORTED,
  /** It names no passage. */
  UNCITED,
  /** It speaks of the answerer or bids the reader do something. */
  NO_STATEMENT,
  /** It gives a web or mail address that the passages do not. */
  UNKNOWN_ADDRESS,
  /** It quotes words that do not stand there. */
  UNKNOWN_QUOTE,
  /** It gives a date that does not stand there. */
  UNKNOWN_DATE,
  /** It gives a number that does not stand there, or counts something else there. */
  UNKNOWN_NUMBER,
  /** It names somebody or something that is not named there. */
  UNKNOWN_NAME,
  /** It says what the question says and the passages do not. */
  PREMISE,
  /** It says the opposite. */
  CONTRADICTED,
  /** Its meaning is not near enough. */
  FAR
}
