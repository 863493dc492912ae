package parley.knowledge.retrieval;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;
import parley.knowledge.resource.Resources;

/**
 * Puts together questions that ask the same. A question joins the group whose founder it is most
 * like, and founds one where it is like none; what is asked most often comes first. So the same
 * questions always make the same groups. Thread-safe if the model is.
 *
 * <p>Two questions are alike where their embeddings are near and nothing tells them apart that a
 * model hardly sees ({@link Subject}): "How many soldiers does France send?" is almost the same to
 * it as the same of Britain.
 */
public final class LikeQuestions {

  /**
   * How much of the way from questions on different matters (0) to equal ones (1) is near: with
   * e5-small-v2 a cosine of .895. The lowest with at most 3 wrong pairs on one half of 120
   * questions that ask 40 things, each in three ways, with neighbours that are hard to tell apart
   * (like-questions.txt among the tests): there 43 of 60 pairs come together. On the other half it
   * is 37 of 60 pairs, and 5 wrong ones.
   */
  private static final double NEAR = 0.59;

  /** Each on another matter; how near they are is how far a model's unlike questions are. */
  private static final String UNLIKE = "unlike-questions.txt";

  /**
   * So many groups are compared with; a question that is like none of them then stays alone. It
   * bounds the comparing of 100,000 different questions to half a billion products of vectors, so
   * that most of the time goes into their embeddings, some milliseconds each.
   */
  private static final int MOST_FOUNDERS = 5_000;

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final EmbeddingModel model;
  private final Function<String, Optional<String>> readable;
  private final int mostFounders;
  private @Nullable Double threshold;

  /**
   * Compares by a model's embeddings.
   *
   * @param readable a question as the model can read it, such as its translation; empty where it
   *     cannot: then it is like nothing but itself
   */
  public LikeQuestions(EmbeddingModel model, Function<String, Optional<String>> readable) {
    this(model, readable, MOST_FOUNDERS);
  }

  LikeQuestions(
      EmbeddingModel model, Function<String, Optional<String>> readable, int mostFounders) {
    this.model = model;
    this.readable = readable;
    this.mostFounders = mostFounders;
  }

  /** What was asked in the same words, with what it is compared by. */
  private record Wording<Q>(List<Q> asked, Optional<float[]> vector, Subject subject) {}

  /** A group in the making. */
  private record Group<Q>(Wording<Q> founder, List<Q> asked) {}

  /**
   * The groups.
   *
   * @param asked in an order that does not change from call to call
   * @param text what was asked
   * @return the largest group first; in each, those in the wording that is asked most come first
   */
  public <Q> List<List<Q>> groups(List<Q> asked, Function<? super Q, String> text) {
    double near = threshold();
    List<Group<Q>> founded = new ArrayList<>();
    List<List<Q>> all = new ArrayList<>();
    for (Map.Entry<String, List<Q>> same : inTheSameWords(asked, text)) {
      Wording<Q> wording = wording(same.getValue(), text.apply(same.getValue().get(0)));
      Optional<Group<Q>> likest = likest(founded, wording, near);
      if (likest.isPresent()) {
        likest.get().asked().addAll(wording.asked());
      } else {
        List<Q> group = new ArrayList<>(wording.asked());
        all.add(group);
        if (wording.vector().isPresent() && founded.size() < mostFounders) {
          founded.add(new Group<>(wording, group));
        }
      }
    }
    all.sort(Comparator.comparing((List<Q> group) -> group.size()).reversed());
    return all;
  }

  /** What is asked most comes first; what is asked equally often stays in its order. */
  private static <Q> List<Map.Entry<String, List<Q>>> inTheSameWords(
      List<Q> asked, Function<? super Q, String> text) {
    Map<String, List<Q>> byWords = new LinkedHashMap<>();
    for (Q one : asked) {
      String words =
          NO_WORD.matcher(text.apply(one).toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
      byWords.computeIfAbsent(words, unused -> new ArrayList<>()).add(one);
    }
    List<Map.Entry<String, List<Q>>> wordings = new ArrayList<>(byWords.entrySet());
    wordings.sort(
        Comparator.comparing((Map.Entry<String, List<Q>> same) -> same.getValue().size())
            .reversed());
    return wordings;
  }

  private <Q> Wording<Q> wording(List<Q> asked, String text) {
    Optional<String> read = readable.apply(text);
    return new Wording<>(asked, read.map(this::vector), Subject.of(read.orElse(text)));
  }

  private static <Q> Optional<Group<Q>> likest(
      List<Group<Q>> groups, Wording<Q> wording, double near) {
    if (wording.vector().isEmpty()) {
      return Optional.empty();
    }
    float[] vector = wording.vector().get();
    Group<Q> likest = null;
    double nearest = near;
    for (Group<Q> group : groups) {
      double cosine = VectorUtil.dotProduct(group.founder().vector().orElseThrow(), vector);
      if (cosine >= nearest && !group.founder().subject().differsFrom(wording.subject())) {
        likest = group;
        nearest = Math.nextUp(cosine); // of two that are equally like, the first
      }
    }
    return Optional.ofNullable(likest);
  }

  private float[] vector(String question) {
    Embedding embedding = model.embed(question).content();
    return VectorUtil.l2normalize(embedding.vector().clone());
  }

  /** Other models spread their embeddings otherwise, so that it is found out for each. */
  private synchronized double threshold() {
    Double known = threshold;
    if (known == null) {
      known =
          threshold(
              Resources.lines(LikeQuestions.class, UNLIKE).stream().map(this::vector).toList());
      threshold = known;
    }
    return known;
  }

  private static double threshold(List<float[]> unlike) {
    double cosines = 0;
    int pairs = 0;
    for (int i = 0; i < unlike.size(); i++) {
      for (int j = 0; j < i; j++) {
        cosines += VectorUtil.dotProduct(unlike.get(i), unlike.get(j));
        pairs++;
      }
    }
    double far = cosines / pairs;
    return far + NEAR * (1 - far);
  }
}
