package parley.knowledge.language;

import dev.langchain4j.data.embedding.Embedding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.knowledge.Paragraph;
import parley.knowledge.Passage;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;
import parley.knowledge.index.IndexChange;
import parley.knowledge.index.IndexChange.EmbeddedPassage;
import parley.knowledge.index.LucenePassageIndex;

/** Makes an index of a few paragraphs, whose meaning these tests do not look at. */
final class IndexOf {

  private static final Embedding NO_MEANING = Embedding.from(new float[] {1, 0});

  private IndexOf() {}

  /** An index in a folder with one document in this language, a paragraph a text. */
  static LucenePassageIndex texts(Path folder, @Nullable String language, String... texts) {
    LucenePassageIndex index = LucenePassageIndex.open(folder, "test");
    put(index, language, texts);
    return index;
  }

  /** Replaces what the index holds. */
  static void put(LucenePassageIndex index, @Nullable String language, String... texts) {
    Source source = new Source("news", "News", null, null, null, language, texts.length);
    List<Paragraph> paragraphs = new ArrayList<>();
    List<EmbeddedPassage> passages = new ArrayList<>();
    for (String text : texts) {
      int number = paragraphs.size() + 1;
      paragraphs.add(new Paragraph(number, null, text));
      passages.add(new EmbeddedPassage(new Passage(source, number, null, text), text, NO_MEANING));
    }
    String fingerprint = String.join("\n", texts);
    index.apply(
        List.of(
            new IndexChange.Put(new SourceDocument(source, paragraphs), fingerprint, passages)));
  }
}
