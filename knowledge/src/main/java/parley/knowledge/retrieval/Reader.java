package parley.knowledge.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.VectorUtil;
import parley.knowledge.index.TokenVector;
import parley.knowledge.index.WordEncoder;
import parley.knowledge.retrieval.ReaderWeights.Part;

/**
 * A small network that reads a question against the sentences of a passage: each token of the
 * question is compared with its counterpart in the sentence (decomposable attention: Parikh,
 * Täckström, Das, Uszkoreit 2016), and each token of the sentence is looked at for whether it is
 * what is asked for and new. Fitted by {@code FitReader} so that a sentence's score is the
 * logarithm of how much more probable it is to be the right one than that none is. Immutable and
 * thread-safe.
 */
final class Reader {

  /** Features of about this deviation are learnt from as fast as the others. */
  static final float STRESS = 3;

  /** No score is less; what is not read has it. */
  static final double LEAST = -20;

  private final ReaderWeights weights;
  private final WordEncoder.Reading reading;

  Reader(ReaderWeights weights) {
    this.weights = weights;
    this.reading =
        new WordEncoder.Reading(weights.fingerprint(), tokens -> passage(tokens).packed());
  }

  /** How passages are read for {@link ReadPassage#of(byte[])}. */
  WordEncoder.Reading reading() {
    return reading;
  }

  /** A run of a passage's text. */
  record Run(int start, int end) {}

  ReadQuestion question(List<TokenVector> tokens) {
    return ReadQuestion.of(tokens, weights);
  }

  ReadPassage passage(List<TokenVector> tokens) {
    return ReadPassage.of(tokens, weights);
  }

  /**
   * Scores runs of a passage, in order.
   *
   * @return for each run its score; {@link #LEAST} if it or the question holds no token
   */
  double[] scores(ReadQuestion question, ReadPassage passage, List<Run> runs) {
    double[] scores = new double[runs.size()];
    Arrays.fill(scores, LEAST);
    if (question.tokens() == 0) {
      return scores;
    }
    List<ReadRun> read = new ArrayList<>();
    for (Run run : runs) {
      read.add(
          ReadRun.of(
              question, passage, passage.tokenFrom(run.start()), passage.tokenFrom(run.end())));
    }
    float[] inPassage = ReadRun.nearest(read);
    for (int i = 0; i < scores.length; i++) {
      ReadRun run = read.get(i);
      if (run.tokens() > 0) {
        float[] before = i > 0 ? read.get(i - 1).nearest() : run.nearest();
        scores[i] = Math.max(LEAST, score(question, passage, run, inPassage, before));
      }
    }
    return scores;
  }

  private double score(
      ReadQuestion question, ReadPassage passage, ReadRun run, float[] inPassage, float[] before) {
    int width = weights.of(Part.COUNTERPART).columns();
    int offers = weights.of(Part.OFFERED).columns();
    float[] all = new float[2 * width + offers];
    for (int i = 0; i < question.tokens(); i++) {
      float[] cosines = {run.nearest()[i], inPassage[i], before[i]};
      float[] comparison = comparison(question, passage, run, i, cosines);
      for (int k = 0; k < width; k++) {
        all[k] += STRESS * question.importance()[i] * comparison[k];
        all[width + k] = Math.max(all[width + k], comparison[k]);
      }
    }
    for (int j = 0; j < run.tokens(); j++) {
      float[] offer = offer(question, passage.offered()[run.from() + j], run.known(j));
      for (int k = 0; k < offers; k++) {
        all[2 * width + k] = Math.max(all[2 * width + k], offer[k]);
      }
    }
    return verdict(all);
  }

  private float[] comparison(
      ReadQuestion question, ReadPassage passage, ReadRun run, int token, float[] cosines) {
    float[] counterpart = run.counterpart(passage, token, weights.number(Part.SHARPNESS));
    float[] sum = question.asked()[token].clone();
    question.compared().get(token).addTimes(counterpart, sum);
    weights.of(Part.COSINES).addTimes(stressed(cosines), sum);
    return rectified(sum);
  }

  private float[] offer(ReadQuestion question, float[] offered, float known) {
    float[] fitting = offered.clone();
    for (int k = 0; k < fitting.length; k++) {
      fitting[k] *= question.wanted()[k];
    }
    float[] sum = weights.vector(Part.OFFER_BIAS);
    VectorUtil.add(sum, offered);
    VectorUtil.add(sum, question.wanted());
    weights.of(Part.FITTING).addTimes(fitting, sum);
    weights.of(Part.KNOWN).addTimes(stressed(new float[] {known, known * known}), sum);
    return rectified(sum);
  }

  private double verdict(float[] all) {
    float[] hidden = weights.vector(Part.HIDDEN_BIAS);
    weights.of(Part.HIDDEN).addTimes(all, hidden);
    return weights.of(Part.VERDICT).times(rectified(hidden))[0]
        + (double) weights.number(Part.VERDICT_BIAS);
  }

  private static float[] stressed(float[] features) {
    for (int i = 0; i < features.length; i++) {
      features[i] *= STRESS;
    }
    return features;
  }

  private static float[] rectified(float[] features) {
    for (int i = 0; i < features.length; i++) {
      features[i] = Math.max(0, features[i]);
    }
    return features;
  }

  static float[] standardised(float[] vector, ReaderWeights weights) {
    float[] mean = weights.of(Part.MEAN).values();
    float[] scale = weights.of(Part.SCALE).values();
    float[] standardised = new float[vector.length];
    for (int i = 0; i < vector.length; i++) {
      standardised[i] = (vector[i] - mean[i]) / scale[i];
    }
    return standardised;
  }

  static void add(float[] sum, float factor, float[] vector) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * vector[i];
    }
  }

  /** In place. */
  static void softmax(float[] numbers) {
    float greatest = Float.NEGATIVE_INFINITY;
    for (float number : numbers) {
      greatest = Math.max(greatest, number);
    }
    float all = 0;
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) Math.exp(numbers[i] - greatest);
      all += numbers[i];
    }
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] /= all;
    }
  }
}
