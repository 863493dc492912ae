package parley.bot;

/** What can be set by an environment variable of this name, or by a line of the settings file. */
enum Setting {
  /** Folders and files of documents, parted as the system parts paths. */
  PARLEY_DOCUMENTS,
  /** Where index and ledger live. */
  PARLEY_DATA,
  /** Folder of an ONNX embedding model with its tokenizer. */
  PARLEY_EMBEDDING_MODEL,
  /** Folder of an ONNX cross-encoder with its tokenizer. */
  PARLEY_RERANKER
}
