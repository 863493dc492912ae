package parley.knowledge.retrieval;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.knowledge.document.Sentences;
import parley.knowledge.document.Sentences.Sentence;
import parley.knowledge.index.Terms;
import parley.knowledge.index.Terms.Term;

/**
 * A paragraph taken apart.
 *
 * @param text the paragraph
 * @param heading stems of its title and section
 * @param sentences its sentences
 * @param terms the content words of each sentence
 * @param stems all stems of it and its heading
 */
record ParagraphText(
    String text,
    Set<String> heading,
    List<Sentence> sentences,
    List<List<Term>> terms,
    Set<String> stems) {

  static ParagraphText of(SentenceContext context) {
    String title = context.section() == null ? "" : context.section();
    Set<String> heading = stems(Terms.of(context.title() + "\n" + title));
    List<Sentence> sentences = Sentences.of(context.paragraph());
    List<List<Term>> terms = sentences.stream().map(s -> Terms.of(s.text())).toList();
    Set<String> stems = new HashSet<>(heading);
    terms.forEach(sentence -> sentence.forEach(term -> stems.add(term.stem())));
    return new ParagraphText(context.paragraph(), heading, sentences, terms, stems);
  }

  static Set<String> stems(List<Term> terms) {
    return terms.stream().map(Term::stem).collect(Collectors.toSet());
  }

  /** Stems of the sentence that ends before an offset; none before the first. */
  Set<String> before(int offset) {
    for (int i = sentences.size() - 1; i >= 0; i--) {
      if (sentences.get(i).end() <= offset) {
        return stems(terms.get(i));
      }
    }
    return Set.of();
  }

  /** How many sentences end before an offset. */
  int position(int offset) {
    return (int) sentences.stream().filter(sentence -> sentence.end() <= offset).count();
  }

  static Set<String> union(Set<String> one, Set<String> other) {
    return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
  }
}
