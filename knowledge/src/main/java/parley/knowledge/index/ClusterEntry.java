package parley.knowledge.index;

import java.util.List;
import java.util.Map;

/** The fields of an index on a cluster, and how they are kept. */
final class ClusterEntry {

  /** {@link #OF_SOURCE} or {@link #OF_PASSAGE}. */
  static final String KIND = "kind";

  static final String OF_SOURCE = "source";
  static final String OF_PASSAGE = "passage";

  /** The id of the document. */
  static final String DOCUMENT = "document";

  /** The document as it was put once: what is put anew has another. Unique, ASCII. */
  static final String EDITION = "edition";

  /** The number of the change that brought the entry. */
  static final String BORN = "born";

  /** What is searched by words: the stems, in the order of the text, between blanks. */
  static final String CONTENT = "content";

  /** How many stems that are. */
  static final String LENGTH = "length";

  /** Each stem once: for counting. */
  static final String STEMS = "stems";

  /** Each word once, unstemmed: for what a misspelt word is compared with. */
  static final String WORDS = "words";

  /** What is searched by meaning. */
  static final String VECTOR = "vector";

  /** Of a document's entry, what is read only with all of it. */
  static final String PARAGRAPHS = "paragraphs";

  private ClusterEntry() {}

  /**
   * How an index is kept. The text comes analysed, as Lucene has it in the embedded index, so that
   * both agree on each word.
   */
  static Map<String, Object> index(int shards) {
    return Map.of(
        "settings",
        Map.of(
            "index",
            Map.of(
                "knn",
                true,
                "number_of_shards",
                shards,
                "auto_expand_replicas",
                "0-2",
                "refresh_interval",
                "-1")),
        "mappings",
        Map.of(
            "dynamic",
            false,
            "_source",
            Map.of("excludes", List.of(VECTOR, STEMS, WORDS)),
            "properties",
            Map.of(
                KIND, Map.of("type", "keyword"),
                DOCUMENT, Map.of("type", "keyword"),
                EDITION, Map.of("type", "keyword"),
                BORN, Map.of("type", "long"),
                LENGTH, Map.of("type", "integer"),
                STEMS, Map.of("type", "keyword", "index", false),
                WORDS, Map.of("type", "keyword", "index", false),
                CONTENT,
                    Map.of("type", "text", "analyzer", "whitespace", "index_options", "freqs"))));
  }

  /**
   * How vectors are kept: by Lucene, as in the embedded index.
   *
   * @param dimension of the vectors
   */
  static Map<String, Object> vectors(int dimension) {
    return Map.of(
        "properties",
        Map.of(
            VECTOR,
            Map.of(
                "type",
                "knn_vector",
                "dimension",
                dimension,
                "method",
                Map.of("name", "hnsw", "engine", "lucene", "space_type", "innerproduct"))));
  }
}
