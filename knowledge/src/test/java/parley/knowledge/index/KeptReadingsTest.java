package parley.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptReadingsTest {

  private static final String SENTENCE = "The old harbour was dredged.";

  /** How many tokens there are: one a word, three for "dredged", one for the full stop. */
  private static final WordEncoder.Reading LENGTH =
      new WordEncoder.Reading(
          "length", tokens -> String.valueOf(tokens.size()).getBytes(StandardCharsets.UTF_8));

  @TempDir private static Path unpacked;
  private static EmbeddedModel e5;

  @TempDir private Path folder;
  private final List<String> read = new ArrayList<>();

  @BeforeAll
  static void load() {
    e5 = EmbeddedModel.load(null, unpacked);
  }

  @Test
  void aKeptSentenceIsNotReadByTheNextProcess() {
    try (StoredEmbeddingModel first = open()) {
      first.keepSentence(SENTENCE);
    }
    read.clear();
    try (StoredEmbeddingModel second = open()) {
      assertThat(second.ofSentence(SENTENCE))
          .extracting(WordVector::stem)
          .containsExactly("old", "harbour", "dredg");
    }
    assertThat(read).isEmpty();
  }

  @Test
  void aSentenceIsReadTheSameWhetherItIsKeptOrNot() {
    try (StoredEmbeddingModel first = open();
        StoredEmbeddingModel second = open()) {
      first.keepSentence(SENTENCE);
      assertThat(first.ofSentence(SENTENCE).get(1).vector())
          .containsExactly(second.ofSentence(SENTENCE).get(1).vector());
    }
  }

  @Test
  void aSentenceThatWasOnlyAskedForIsNotKept() {
    try (StoredEmbeddingModel first = open()) {
      first.ofSentence(SENTENCE);
    }
    read.clear();
    try (StoredEmbeddingModel second = open()) {
      second.ofSentence(SENTENCE);
    }
    assertThat(read).containsExactly("passage: " + SENTENCE);
  }

  @Test
  void aPassageIsReadOnceForEachWayOfReading() {
    WordEncoder.Reading shout =
        new WordEncoder.Reading("shout", tokens -> "!".getBytes(StandardCharsets.UTF_8));
    try (StoredEmbeddingModel model = open()) {
      model.keep(SENTENCE, LENGTH);
      model.keep(SENTENCE, LENGTH);
      assertThat(model.read(SENTENCE, LENGTH)).asString().isEqualTo("8");
      assertThat(model.read(SENTENCE, shout)).asString().isEqualTo("!");
    }
    assertThat(read).containsExactly("passage: " + SENTENCE, "passage: " + SENTENCE);
  }

  @Test
  void whatIsNotUsedAnyMoreIsDropped() {
    try (StoredEmbeddingModel model = open()) {
      model.keepSentence(SENTENCE);
      model.keepSentence("Ferries sail to Skagen.");
      model.save();
      model.beginUse();
      model.keepSentence(SENTENCE);
      model.dropUnused();
    }
    read.clear();
    try (StoredEmbeddingModel model = open()) {
      model.ofSentence(SENTENCE);
      model.ofSentence("Ferries sail to Skagen.");
    }
    assertThat(read).containsExactly("passage: Ferries sail to Skagen.");
  }

  private StoredEmbeddingModel open() {
    EmbeddedModel.Words words =
        new EmbeddedModel.Words() {
          @Override
          public List<WordVector> of(String prefix, String text) {
            read.add(prefix + text);
            return e5.words().of(prefix, text);
          }

          @Override
          public boolean isCommon(String word) {
            return e5.words().isCommon(word);
          }
        };
    EmbeddedModel.Tokens tokens =
        (prefix, text) -> {
          read.add(prefix + text);
          return e5.tokens().of(prefix, text);
        };
    return new StoredEmbeddingModel(
        new EmbeddedModel(e5.model(), words, tokens, "e5", "query: ", "passage: "), folder);
  }
}
