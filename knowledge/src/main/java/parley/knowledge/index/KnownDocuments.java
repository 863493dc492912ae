package parley.knowledge.index;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import parley.knowledge.SourceDocument;
import parley.knowledge.document.DocumentFile;

/** What an index holds of files when it is brought up to date. For one thread. */
final class KnownDocuments {

  /** Between a file's fingerprint and that of one article in it. */
  private static final String OF_ARTICLE = ":";

  private final Map<String, Map<String, String>> byFile = new HashMap<>();
  private final Map<String, String> fileByDocument = new HashMap<>();

  KnownDocuments(PassageIndex index) {
    Map<String, String> files = index.files();
    index
        .fingerprints()
        .forEach(
            (document, fingerprint) -> {
              String file = files.get(document);
              byFile.computeIfAbsent(file, id -> new TreeMap<>()).put(document, fingerprint);
              fileByDocument.put(document, file);
            });
  }

  /** The ids of a file's documents. */
  Set<String> of(DocumentFile file) {
    return Set.copyOf(byFile.getOrDefault(file.id(), Map.of()).keySet());
  }

  /** The ids of the documents of all other files. */
  Set<String> notOf(Set<String> files) {
    Set<String> others = new HashSet<>();
    byFile.forEach(
        (file, documents) -> {
          if (!files.contains(file)) {
            others.addAll(documents.keySet());
          }
        });
    return others;
  }

  boolean has(String document) {
    return fileByDocument.containsKey(document);
  }

  /** Whether another file of these brought a document of this id. */
  boolean isOfAnother(String document, DocumentFile file, Set<String> files) {
    String other = fileByDocument.getOrDefault(document, file.id());
    return !other.equals(file.id()) && files.contains(other);
  }

  /** Whether all of a file was read when it had this fingerprint. */
  boolean isUpToDate(DocumentFile file, String fingerprint) {
    Map<String, String> documents = byFile.getOrDefault(file.id(), Map.of());
    return !documents.isEmpty()
        && documents.values().stream()
            .allMatch(
                known -> known.equals(fingerprint) || known.startsWith(fingerprint + OF_ARTICLE));
  }

  /** Whether a document is as it was, if its file is not. */
  boolean holds(DocumentFile file, String document, String fingerprint) {
    String known = byFile.getOrDefault(file.id(), Map.of()).get(document);
    return known != null
        && fingerprint.contains(OF_ARTICLE)
        && article(known).equals(article(fingerprint));
  }

  /** The fingerprint of a file, which changes with its content and its folder. */
  static String fingerprint(DocumentFile file, byte[] bytes) {
    String content = DocumentFile.fingerprint(bytes);
    return file.subfolder().isEmpty()
        ? content
        : content + DocumentFile.fingerprint(file.subfolder().getBytes(StandardCharsets.UTF_8));
  }

  /** The fingerprint of a document in a file that may hold others. */
  static String fingerprint(DocumentFile file, SourceDocument document, String ofFile) {
    return document.source().id().equals(file.id())
        ? ofFile
        : ofFile
            + OF_ARTICLE
            + DocumentFile.fingerprint(document.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String article(String fingerprint) {
    return fingerprint.substring(fingerprint.indexOf(OF_ARTICLE) + 1);
  }
}
