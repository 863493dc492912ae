package parley.knowledge.observation;

import java.util.Locale;

/** What an answer's time goes into; a stage may hold others. */
public enum Stage {
  /** Passages are found for a query. */
  RETRIEVAL,
  /** Their sentences are set against the question. */
  SCORING,
  /** A language model is asked, with its retries. */
  MODEL,
  /** A statement that a language model has written is held against the passages. */
  CHECK;

  /** As figures and traces name it. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
