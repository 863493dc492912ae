package parley.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import parley.knowledge.document.DocumentFile;
import parley.knowledge.document.DocumentFiles;
import parley.knowledge.index.IndexException;

/**
 * Where the documents are.
 *
 * @param documents folders and files; none for the briefing
 * @param fetched the folder of what feeds and addresses gave
 * @param watched whether changes are to be seen
 * @param privateFeeds whether addresses that are not public may be fetched from
 */
record Corpus(List<Path> documents, Path fetched, boolean watched, boolean privateFeeds) {

  private static final String SOURCES = "sources.yaml";

  Corpus {
    documents = List.copyOf(documents);
  }

  void makeFetchedFolder() {
    try {
      if (watched) {
        Files.createDirectories(fetched);
      }
    } catch (IOException e) {
      throw new IndexException(
          "the folder " + fetched + " cannot be made: check the disk, or use other data", e);
    }
  }

  List<DocumentFile> files() {
    return documents.isEmpty() ? DocumentFiles.briefing() : DocumentFiles.in(folders());
  }

  /** The documents' and, once there is one, that of what was fetched. */
  List<Path> folders() {
    List<Path> folders = new ArrayList<>(documents);
    if (watched || Files.isDirectory(fetched)) {
      folders.add(fetched);
    }
    return folders;
  }

  /** Where a list of what to fetch may be: in the folders and beside them. */
  List<Path> sourceLists() {
    return documents.stream()
        .map(Path::toAbsolutePath)
        .flatMap(path -> Stream.of(path.resolve(SOURCES), path.resolveSibling(SOURCES)))
        .distinct()
        .toList();
  }

  /** Whether documents may still come, though there is none. */
  boolean mayGrow() {
    return watched && sourceLists().stream().anyMatch(Files::exists);
  }
}
