package parley.knowledge.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import parley.knowledge.index.RecentlyUsed;
import parley.knowledge.index.WordEncoder;

/** Has a {@link Reader} read the passages of the best sentences. Thread-safe. */
final class PassageReading {

  /**
   * Of the questions of 22 held-out reports, the right sentence is in one of so many passages for
   * 97 of 100, in one of eight for 99; to read them takes most of the time of an answer.
   */
  private static final int MOST_PASSAGES = 3;

  /** About 40 KB each. */
  private static final int RECENT_PASSAGES = 500;

  private final Supplier<Reader> reader;
  private final WordEncoder encoder;
  private final RecentlyUsed<String, ReadPassage> passages = new RecentlyUsed<>(RECENT_PASSAGES);

  /**
   * Reads nothing yet.
   *
   * @param reader asked for when there is something to read
   */
  PassageReading(Supplier<Reader> reader, WordEncoder encoder) {
    this.reader = reader;
    this.encoder = encoder;
  }

  /**
   * The reader's scores of sentences.
   *
   * @param scores how good each sentence seems before it is read
   * @return the least score for those of passages that are not read
   */
  double[] of(String question, List<SentenceContext> sentences, double[] scores) {
    double[] read = new double[scores.length];
    Arrays.fill(read, Reader.LEAST);
    ReadQuestion asked = reader.get().question(encoder.questionTokens(question));
    for (String passage : bestPassages(sentences, scores)) {
      List<Integer> places =
          IntStream.range(0, scores.length)
              .filter(i -> sentences.get(i).paragraph().equals(passage))
              .boxed()
              .toList();
      List<Reader.Run> runs =
          places.stream().map(i -> run(passage, sentences.get(i).sentence())).toList();
      double[] ofPassage = reader.get().scores(asked, passage(passage), runs);
      for (int i = 0; i < ofPassage.length; i++) {
        read[places.get(i)] = ofPassage[i];
      }
    }
    return read;
  }

  private ReadPassage passage(String text) {
    return passages.get(
        text, unread -> ReadPassage.of(encoder.read(unread, reader.get().reading())));
  }

  /** Keeps what is read of a passage. */
  void keep(String passage) {
    encoder.keep(passage, reader.get().reading());
  }

  private static Set<String> bestPassages(List<SentenceContext> sentences, double[] scores) {
    List<Integer> bestFirst = new ArrayList<>(IntStream.range(0, scores.length).boxed().toList());
    bestFirst.sort(Collections.reverseOrder(Comparator.comparingDouble(i -> scores[i])));
    Set<String> passages = new LinkedHashSet<>();
    for (int i : bestFirst) {
      if (passages.size() < MOST_PASSAGES) {
        passages.add(sentences.get(i).paragraph());
      }
    }
    return passages;
  }

  private static Reader.Run run(String passage, String sentence) {
    int start = Math.max(0, passage.indexOf(sentence));
    return new Reader.Run(start, start + sentence.length());
  }
}
