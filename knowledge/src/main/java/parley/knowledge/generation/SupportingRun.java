package parley.knowledge.generation;

import java.util.List;
import java.util.Set;
import parley.knowledge.document.Sentences;
import parley.knowledge.document.Sentences.Sentence;
import parley.knowledge.index.Terms;
import parley.knowledge.retrieval.Likeness;

/**
 * The run of a passage that supports a statement best: a sentence, or a few that follow one
 * another.
 *
 * @param start where it begins in the passage's text
 * @param end where it ends
 */
record SupportingRun(int start, int end) {

  private static final int MOST_SENTENCES = 4;

  /** A sentence more has to hold this share of the statement's words that the others lack. */
  private static final double WORTH_A_SENTENCE = 0.12;

  /** Breaks ties between sentences that share as many words. */
  private static final double WEIGHT_OF_MEANING = 0.5;

  static SupportingRun of(String statement, CitedPassage passage, Likeness likeness) {
    Set<String> said = Terms.stems(statement);
    List<Sentence> sentences =
        Sentences.of(passage.evidence().text()).stream()
            .takeWhile(sentence -> passage.evidence().tells(sentence.text()))
            .toList();
    SupportingRun best = new SupportingRun(0, passage.evidence().text().length());
    double highest = Double.NEGATIVE_INFINITY;
    for (int first = 0; first < sentences.size(); first++) {
      double meaning = likeness.of(statement, sentences.get(first).text());
      int furthest = Math.min(sentences.size(), first + MOST_SENTENCES);
      for (int last = first; last < furthest; last++) {
        SupportingRun run =
            new SupportingRun(sentences.get(first).start(), sentences.get(last).end());
        double score =
            share(said, run.of(passage.evidence().text()))
                + WEIGHT_OF_MEANING * meaning
                - WORTH_A_SENTENCE * (last - first);
        if (score > highest) {
          highest = score;
          best = run;
        }
      }
    }
    return best;
  }

  /** Both runs and what is between them. */
  SupportingRun with(SupportingRun other) {
    return new SupportingRun(Math.min(start, other.start), Math.max(end, other.end));
  }

  /** Its text. */
  String of(String text) {
    return text.substring(start, end);
  }

  private static double share(Set<String> said, String text) {
    Set<String> there = Terms.stems(text);
    return said.isEmpty()
        ? 0
        : (double) said.stream().filter(there::contains).count() / said.size();
  }
}
