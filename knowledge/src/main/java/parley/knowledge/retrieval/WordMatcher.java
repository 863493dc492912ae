package parley.knowledge.retrieval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.knowledge.document.Sentences;
import parley.knowledge.document.Sentences.Sentence;
import parley.knowledge.index.WordEncoder;
import parley.knowledge.index.WordVector;

/** Matches the words of one question with those of sentences. For one thread. */
final class WordMatcher {

  private final WordEncoder encoder;
  private final WordCentre centre;
  private final List<WordVector> question;
  private final Map<String, List<WordVector>> read = new HashMap<>();

  WordMatcher(WordEncoder encoder, WordCentre centre, String question) {
    this.encoder = encoder;
    this.centre = centre;
    this.question = centre.from(encoder.ofQuestion(question));
  }

  WordMatch withSentence(SentenceContext context) {
    return WordMatch.of(question, words(context.sentence()));
  }

  WordMatch withParagraph(SentenceContext context) {
    return WordMatch.of(
        question,
        Sentences.of(context.paragraph()).stream()
            .map(Sentence::text)
            .flatMap(sentence -> words(sentence).stream())
            .toList());
  }

  private List<WordVector> words(String sentence) {
    return read.computeIfAbsent(sentence, text -> centre.from(encoder.ofSentence(text)));
  }
}
