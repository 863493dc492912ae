package parley.knowledge.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import parley.knowledge.FoundPassage;
import parley.knowledge.Passage;
import parley.knowledge.document.Sentences;
import parley.knowledge.document.Sentences.Sentence;
import parley.knowledge.grounding.Instructions;
import parley.knowledge.grounding.ToReaders;
import parley.knowledge.index.Terms;

/**
 * A run of a passage's text that may be a statement of the answer: a sentence, or a list with the
 * line that leads into it.
 *
 * @param found the passage, and how well it was found
 * @param position which run of its passage it is, from 0
 * @param start where it begins in the passage's text
 * @param end where it ends
 */
record Excerpt(FoundPassage found, int position, int start, int end) {

  /** A list longer than this is not given whole. */
  private static final int MAX_LIST_WORDS = 80;

  private static final Pattern ITEM = Pattern.compile("(?:[-*•–]|\\d{1,2}[.)])\\s[\\s\\S]*");

  /** All excerpts of a passage, in order. */
  static List<Excerpt> of(FoundPassage found) {
    String text = found.passage().text();
    List<Sentence> sentences = Sentences.of(text);
    List<Excerpt> excerpts = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      int start = sentences.get(i).start();
      int last = lastOfList(sentences, i);
      if (words(text.substring(start, sentences.get(last).end())) > MAX_LIST_WORDS) {
        last = i;
      }
      excerpts.add(new Excerpt(found, excerpts.size(), start, sentences.get(last).end()));
      i = last;
    }
    return excerpts;
  }

  Passage passage() {
    return found.passage();
  }

  String text() {
    return passage().text().substring(start, end);
  }

  /** Those of a passage that speak to its readers, and not to a machine that reads it. */
  static List<Excerpt> telling(FoundPassage found) {
    ToReaders told = Instructions.toReaders(found.passage().text());
    return of(found).stream().filter(excerpt -> told.holds(excerpt.start, excerpt.end)).toList();
  }

  /** Whether it is one of these. */
  boolean tells() {
    return Instructions.toReaders(passage().text()).holds(start, end);
  }

  int words() {
    return words(text());
  }

  /** The share of its words, or of the other's if those are fewer, that both have: 0 to 1. */
  double sharedWith(Excerpt other) {
    Set<String> ones = Terms.stems(text());
    Set<String> others = Terms.stems(other.text());
    int fewest = Math.min(ones.size(), others.size());
    ones.retainAll(others);
    return fewest == 0 ? 0 : (double) ones.size() / fewest;
  }

  private static int lastOfList(List<Sentence> sentences, int lead) {
    int last = lead;
    if (sentences.get(lead).text().endsWith(":")) {
      while (last + 1 < sentences.size() && isItem(sentences.get(last + 1))) {
        last++;
      }
    }
    return last;
  }

  private static boolean isItem(Sentence sentence) {
    return ITEM.matcher(sentence.text()).matches();
  }

  private static int words(String text) {
    return text.split("\\s+").length;
  }
}
