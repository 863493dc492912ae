package parley.knowledge.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import parley.knowledge.document.Sentences;
import parley.knowledge.document.Sentences.Sentence;
import parley.knowledge.index.Terms;
import parley.knowledge.index.WordVector;
import parley.knowledge.retrieval.Likeness;

/**
 * A text with its content words.
 *
 * @param words in the text's order
 */
record Reading(String text, List<Word> words) {

  Reading {
    words = List.copyOf(words);
  }

  static Reading of(String text, Likeness likeness) {
    List<Sentence> sentences = Sentences.of(text);
    List<Word> words =
        IntStream.range(0, sentences.size())
            .boxed()
            .flatMap(i -> words(sentences.get(i), i, likeness).stream())
            .toList();
    return new Reading(text, words);
  }

  /** Without the words of its dates and numbers, which are looked up by themselves. */
  Reading withoutFigures() {
    String rest = DatedText.of(text).rest();
    return new Reading(
        text,
        words.stream()
            .filter(word -> !word.numeric() && !Character.isWhitespace(rest.charAt(word.start())))
            .toList());
  }

  /** Indexes of the words that begin from one offset to another, which is left out. */
  IntStream between(int from, int to) {
    return IntStream.range(0, words.size())
        .filter(i -> words.get(i).start() >= from && words.get(i).start() < to);
  }

  /** Indexes of a word and of so many before and behind it. */
  IntStream around(int word, int more) {
    return IntStream.rangeClosed(Math.max(0, word - more), Math.min(words.size() - 1, word + more));
  }

  private static List<Word> words(Sentence sentence, int number, Likeness likeness) {
    List<WordVector> vectors = likeness.words(sentence.text());
    List<Word> words = new ArrayList<>();
    int next = 0;
    for (Terms.Term term : Terms.of(sentence.text())) {
      if (next < vectors.size() && vectors.get(next).stem().equals(term.stem())) {
        Terms.Term placed =
            new Terms.Term(term.stem(), term.word(), sentence.start() + term.start());
        words.add(new Word(placed, vectors.get(next++), number, term.start() <= 1));
      }
    }
    return words;
  }
}
