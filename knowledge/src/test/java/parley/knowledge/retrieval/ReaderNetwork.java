package parley.knowledge.retrieval;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import parley.knowledge.retrieval.ReaderWeights.Part;

/**
 * The network of {@link Reader} in a form that can be fitted: all questions and sentences at once.
 */
final class ReaderNetwork {

  private static final int VECTOR = 384;
  private static final int WIDTH = 64;
  private static final int OFFERS = 32;
  private static final int HIDDEN = 64;
  private static final float SHARPNESS = 10;

  private final Map<Part, NDArray> parameters = new EnumMap<>(Part.class);
  private final ReaderTexts texts;
  private final NDManager manager;
  private final Random random;
  private final float dropout;

  /**
   * A network that knows nothing yet.
   *
   * @param texts tells by what tokens' vectors are standardised
   * @param dropout the share of numbers left out while it is fitted
   */
  ReaderNetwork(NDManager manager, ReaderTexts texts, float dropout, long seed) {
    this.manager = manager;
    this.texts = texts;
    this.dropout = dropout;
    this.random = new Random(seed);
    add(Part.MATCH, VECTOR, WIDTH);
    add(Part.VALUE, VECTOR, WIDTH);
    add(Part.ASKED, VECTOR, WIDTH);
    add(Part.COUNTERPART, WIDTH, WIDTH);
    add(Part.PRODUCT, WIDTH, WIDTH);
    add(Part.COSINES, 3, WIDTH);
    add(Part.IMPORTANCE, VECTOR, 1);
    add(Part.TELLING, VECTOR, 1);
    add(Part.WANTED, VECTOR, OFFERS);
    add(Part.OFFERED, VECTOR, OFFERS);
    add(Part.FITTING, OFFERS, OFFERS);
    add(Part.KNOWN, 2, OFFERS);
    add(Part.HIDDEN, 2 * WIDTH + OFFERS, HIDDEN);
    add(Part.VERDICT, HIDDEN, 1);
    parameters.put(Part.SHARPNESS, manager.full(new Shape(1, 1), SHARPNESS));
    parameters.put(Part.COMPARISON_BIAS, manager.zeros(new Shape(1, WIDTH)));
    parameters.put(Part.OFFER_BIAS, manager.zeros(new Shape(1, OFFERS)));
    parameters.put(Part.HIDDEN_BIAS, manager.zeros(new Shape(1, HIDDEN)));
    parameters.put(Part.VERDICT_BIAS, manager.zeros(new Shape(1, 1)));
    parameters.values().forEach(parameter -> parameter.setRequiresGradient(true));
  }

  private void add(Part part, int rows, int columns) {
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() / Math.sqrt(rows));
    }
    parameters.put(part, manager.create(values, new Shape(rows, columns)));
  }

  Map<Part, NDArray> parameters() {
    return parameters;
  }

  ReaderWeights weights() {
    Map<Part, Matrix> matrices = new EnumMap<>(Part.class);
    parameters.forEach(
        (part, array) -> {
          Shape shape = array.getShape();
          matrices.put(
              part, new Matrix((int) shape.get(0), (int) shape.get(1), array.toFloatArray()));
        });
    matrices.put(Part.MEAN, new Matrix(1, VECTOR, texts.mean()));
    matrices.put(Part.SCALE, new Matrix(1, VECTOR, texts.scale()));
    return new ReaderWeights(matrices);
  }

  /** The scores by sentence and question, as {@link Reader} gives them but for the dropout. */
  NDArray scores(NDManager within, ReaderBatch batch) {
    Shape tokens = new Shape((long) batch.sentences() * batch.longest(), VECTOR);
    Shape asked = new Shape((long) batch.questions() * batch.longestQuestion(), VECTOR);
    NDArray sentences = dropped(within.create(batch.sentenceTokens(), tokens));
    NDArray questions = dropped(within.create(batch.questionTokens(), asked));
    NDArray padding =
        within.create(batch.sentencePadding(), new Shape(batch.sentences(), 1, batch.longest()));
    NDArray questionPadding =
        within.create(
            batch.questionPadding(), new Shape(batch.questions(), batch.longestQuestion(), 1));
    NDArray cosines =
        unit(sentences.matMul(of(Part.MATCH)))
            .matMul(unit(questions.matMul(of(Part.MATCH))).transpose())
            .reshape(batch.sentences(), batch.longest(), asked.get(0))
            .transpose(0, 2, 1)
            .add(padding);
    NDArray compared = compared(batch, within, sentences, questions, cosines, questionPadding);
    NDArray offered = offered(batch, sentences, questions, cosines, padding, questionPadding);
    NDArray all = dropped(NDArrays.concat(new NDList(compared, offered), 2));
    NDArray hidden = Activation.relu(all.matMul(of(Part.HIDDEN)).add(of(Part.HIDDEN_BIAS)));
    return dropped(hidden)
        .matMul(of(Part.VERDICT))
        .add(of(Part.VERDICT_BIAS))
        .reshape(batch.sentences(), batch.questions());
  }

  private NDArray compared(
      ReaderBatch batch,
      NDManager within,
      NDArray sentences,
      NDArray questions,
      NDArray cosines,
      NDArray questionPadding) {
    long asked = cosines.getShape().get(1);
    NDArray nearest = cosines.max(new int[] {2}, true);
    NDArray inPassage =
        nearest
            .get(within.create(batch.samePassage()))
            .reshape(batch.sentences(), batch.mostInPassage(), asked, 1)
            .max(new int[] {1});
    NDArray before = nearest.get(within.create(batch.before()));
    NDArray counterpart =
        cosines
            .mul(of(Part.SHARPNESS))
            .softmax(2)
            .batchMatMul(
                sentences
                    .matMul(of(Part.VALUE))
                    .reshape(batch.sentences(), batch.longest(), WIDTH));
    NDArray product = counterpart.mul(questions.matMul(of(Part.VALUE)).reshape(1, asked, WIDTH));
    NDArray sum =
        questions
            .matMul(of(Part.ASKED))
            .add(of(Part.COMPARISON_BIAS))
            .reshape(1, asked, WIDTH)
            .add(counterpart.matMul(of(Part.COUNTERPART)))
            .add(product.matMul(of(Part.PRODUCT)))
            .add(
                NDArrays.concat(new NDList(nearest, inPassage, before), 2)
                    .mul(Reader.STRESS)
                    .matMul(of(Part.COSINES)));
    NDArray there = questionPadding.reshape(1, asked, 1).gt(-1).toType(DataType.FLOAT32, false);
    NDArray comparisons =
        dropped(Activation.relu(sum))
            .mul(there)
            .reshape(batch.sentences(), batch.questions(), batch.longestQuestion(), WIDTH);
    NDArray importance =
        shares(Part.IMPORTANCE, questions, questionPadding)
            .reshape(1, batch.questions(), batch.longestQuestion(), 1);
    return NDArrays.concat(
        new NDList(
            comparisons.mul(importance).sum(new int[] {2}).mul(Reader.STRESS),
            comparisons.max(new int[] {2})),
        2);
  }

  private NDArray offered(
      ReaderBatch batch,
      NDArray sentences,
      NDArray questions,
      NDArray cosines,
      NDArray padding,
      NDArray questionPadding) {
    int count = batch.sentences();
    int length = batch.longest();
    NDArray wanted =
        questions
            .matMul(of(Part.WANTED))
            .reshape(batch.questions(), batch.longestQuestion(), OFFERS)
            .mul(shares(Part.TELLING, questions, questionPadding))
            .sum(new int[] {1})
            .reshape(1, batch.questions(), 1, OFFERS);
    NDArray known =
        cosines
            .reshape(count, batch.questions(), batch.longestQuestion(), length)
            .add(questionPadding.reshape(1, batch.questions(), batch.longestQuestion(), 1))
            .max(new int[] {2})
            .clip(-1, 1)
            .reshape(count, batch.questions(), length, 1);
    NDArray offers = sentences.matMul(of(Part.OFFERED)).reshape(count, 1, length, OFFERS);
    NDArray sum =
        offers
            .mul(wanted)
            .matMul(of(Part.FITTING))
            .add(offers)
            .add(wanted)
            .add(of(Part.OFFER_BIAS))
            .add(
                NDArrays.concat(new NDList(known, known.square()), 3)
                    .mul(Reader.STRESS)
                    .matMul(of(Part.KNOWN)));
    return Activation.relu(sum).add(padding.reshape(count, 1, length, 1)).max(new int[] {2});
  }

  private NDArray shares(Part part, NDArray questions, NDArray questionPadding) {
    return questions
        .matMul(of(part))
        .reshape(questionPadding.getShape())
        .add(questionPadding)
        .softmax(1);
  }

  private NDArray of(Part part) {
    return parameters.get(part);
  }

  private NDArray dropped(NDArray array) {
    NDArray kept = array.getManager().randomUniform(0, 1, array.getShape()).gte(dropout);
    return array.mul(kept.toType(DataType.FLOAT32, false)).div(1 - dropout);
  }

  private static NDArray unit(NDArray rows) {
    return rows.div(rows.square().sum(new int[] {1}, true).add(1e-6).sqrt());
  }
}
