package parley.knowledge.grounding;

import java.util.Locale;
import parley.knowledge.index.Terms;
import parley.knowledge.index.WordVector;

/**
 * A content word of a text that was read.
 *
 * @param term the word, with its offset in the whole text
 * @param vector how the model sees it between its neighbours
 * @param sentence number of its sentence, from 0
 * @param leads whether it begins its sentence, so that its capital tells nothing
 */
record Word(Terms.Term term, WordVector vector, int sentence, boolean leads) {

  String stem() {
    return term.stem();
  }

  String lowerCase() {
    return term.word().toLowerCase(Locale.ENGLISH);
  }

  int start() {
    return term.start();
  }

  boolean numeric() {
    return term.numeric();
  }

  /** Whether it is a name, as far as its capital tells. */
  boolean named() {
    return term.capitalised() && !leads;
  }
}
