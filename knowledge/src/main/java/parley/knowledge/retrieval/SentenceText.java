package parley.knowledge.retrieval;

import java.util.List;
import java.util.Set;
import parley.knowledge.index.Terms;
import parley.knowledge.index.Terms.Term;

/**
 * A sentence of a paragraph taken apart.
 *
 * @param terms its content words
 * @param pairs neighbouring stems
 * @param inContext stems of it and its paragraph's heading
 * @param withPrevious the same with those of the sentence before it
 * @param position how many sentences of its paragraph end before it
 */
record SentenceText(
    String text,
    List<Term> terms,
    Set<String> pairs,
    Set<String> inContext,
    Set<String> withPrevious,
    int position) {

  static SentenceText of(ParagraphText paragraph, String sentence) {
    int start = Math.max(0, paragraph.text().indexOf(sentence));
    List<Term> terms = Terms.of(sentence);
    Set<String> inContext = ParagraphText.union(paragraph.heading(), ParagraphText.stems(terms));
    return new SentenceText(
        sentence,
        terms,
        QuestionProfile.pairs(terms),
        inContext,
        ParagraphText.union(inContext, paragraph.before(start)),
        paragraph.position(start));
  }
}
