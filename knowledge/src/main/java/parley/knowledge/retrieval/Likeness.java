package parley.knowledge.retrieval;

import java.util.List;
import parley.knowledge.index.WordEncoder;
import parley.knowledge.index.WordVector;

/** Gives words as vectors whose cosine tells how alike they are. Thread-safe if its encoder is. */
public final class Likeness {

  private final WordEncoder words;

  /** Tells by the embedded e5-small-v2, whose word vectors are centred as in the scoring. */
  public Likeness(WordEncoder words) {
    this.words = words;
  }

  /** The content words of one sentence, as seen from the middle of all words, of length 1. */
  public List<WordVector> words(String sentence) {
    return Centre.OF_WORDS.from(words.ofSentence(sentence));
  }

  /** How near the words of a statement are to those of a sentence on average, -1 to 1. */
  public double of(String statement, String sentence) {
    return WordMatch.of(words(statement), words(sentence)).mean();
  }

  private static final class Centre {
    static final WordCentre OF_WORDS = SentenceModel.load().wordCentre();
  }
}
