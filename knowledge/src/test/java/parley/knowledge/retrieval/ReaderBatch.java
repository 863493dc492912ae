package parley.knowledge.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import parley.knowledge.retrieval.ReaderTexts.Question;
import parley.knowledge.retrieval.ReaderTexts.Sentence;

/**
 * Some paragraphs and some questions of a report as arrays, filled up to the same length.
 *
 * @param longest tokens of a sentence
 * @param longestQuestion tokens of a question
 * @param sentencePadding 0 for each token, a large negative number where there is none
 * @param samePassage for each sentence the sentences of its paragraph, filled up with the first
 * @param before for each sentence the one before it, or itself
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ReaderBatch(
    int sentences,
    int questions,
    int longest,
    int longestQuestion,
    int mostInPassage,
    float[] sentenceTokens,
    float[] questionTokens,
    float[] sentencePadding,
    float[] questionPadding,
    int[] samePassage,
    int[] before,
    float[] right,
    float[] none) {

  /** Added to a logarithm, it leaves nothing. */
  private static final float NEVER = -1e4f;

  private static final int MOST_TOKENS = 64;

  static ReaderBatch of(List<List<Sentence>> paragraphs, List<Question> questions) {
    List<Sentence> sentences = paragraphs.stream().flatMap(List::stream).toList();
    List<List<float[]>> texts = sentences.stream().map(Sentence::tokens).toList();
    List<List<float[]>> asked = questions.stream().map(Question::tokens).toList();
    int mostInPassage = paragraphs.stream().mapToInt(List::size).max().orElse(0);
    return new ReaderBatch(
        sentences.size(),
        questions.size(),
        longest(texts),
        longest(asked),
        mostInPassage,
        filledUp(texts),
        filledUp(asked),
        padding(texts),
        padding(asked),
        samePassage(paragraphs, mostInPassage),
        before(paragraphs),
        right(sentences, questions),
        none(sentences, questions));
  }

  private static int longest(List<List<float[]>> texts) {
    return Math.min(MOST_TOKENS, texts.stream().mapToInt(List::size).max().orElse(0));
  }

  private static float[] filledUp(List<List<float[]>> texts) {
    int length = longest(texts);
    int width = texts.get(0).get(0).length;
    float[] all = new float[texts.size() * length * width];
    for (int i = 0; i < texts.size(); i++) {
      for (int j = 0; j < Math.min(length, texts.get(i).size()); j++) {
        System.arraycopy(texts.get(i).get(j), 0, all, (i * length + j) * width, width);
      }
    }
    return all;
  }

  private static float[] padding(List<List<float[]>> texts) {
    int length = longest(texts);
    float[] padding = new float[texts.size() * length];
    for (int i = 0; i < texts.size(); i++) {
      int end = Math.min(length, texts.get(i).size());
      Arrays.fill(padding, i * length + end, (i + 1) * length, NEVER);
    }
    return padding;
  }

  private static int[] samePassage(List<List<Sentence>> paragraphs, int most) {
    List<Integer> same = new ArrayList<>();
    int first = 0;
    for (List<Sentence> paragraph : paragraphs) {
      for (int i = 0; i < paragraph.size(); i++) {
        for (int j = 0; j < most; j++) {
          same.add(j < paragraph.size() ? first + j : first);
        }
      }
      first += paragraph.size();
    }
    return same.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int[] before(List<List<Sentence>> paragraphs) {
    List<Integer> before = new ArrayList<>();
    for (List<Sentence> paragraph : paragraphs) {
      for (int i = 0; i < paragraph.size(); i++) {
        before.add(i == 0 ? before.size() : before.size() - 1);
      }
    }
    return before.stream().mapToInt(Integer::intValue).toArray();
  }

  /** By sentence and question: 0 if that answers this. */
  private static float[] right(List<Sentence> sentences, List<Question> questions) {
    float[] right = new float[sentences.size() * questions.size()];
    for (int i = 0; i < right.length; i++) {
      Question question = questions.get(i % questions.size());
      right[i] = question.isAnsweredBy(sentences.get(i / questions.size())) ? 0 : NEVER;
    }
    return right;
  }

  /** By question: 0 if none of the sentences answers it. */
  private static float[] none(List<Sentence> sentences, List<Question> questions) {
    float[] none = new float[questions.size()];
    for (int i = 0; i < none.length; i++) {
      none[i] = sentences.stream().anyMatch(questions.get(i)::isAnsweredBy) ? NEVER : 0;
    }
    return none;
  }
}
