package parley.knowledge.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.e5smallv2q.E5SmallV2QuantizedEmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import parley.knowledge.resource.Resources;

class MultilingualProbeTest {

  @Test
  void theEmbeddedModelKnowsEnglishAlone() {
    assertThat(new MultilingualProbe(new E5SmallV2QuantizedEmbeddingModel()).get()).isEmpty();
  }

  @Test
  void aModelOfManyLanguagesKnowsThemAll() {
    assertThat(new MultilingualProbe(new MeaningModel(List.of(Language.values()))).get())
        .containsExactlyInAnyOrder(
            Language.UKRAINIAN,
            Language.FRENCH,
            Language.GERMAN,
            Language.POLISH,
            Language.RUSSIAN);
  }

  @Test
  void aModelOfTwoLanguagesKnowsTheOther() {
    MeaningModel bilingual = new MeaningModel(List.of(Language.ENGLISH, Language.GERMAN));

    assertThat(new MultilingualProbe(bilingual).get()).containsExactly(Language.GERMAN);
  }

  @Test
  void theModelIsAskedOnce() {
    MeaningModel model = new MeaningModel(List.of(Language.values()));
    MultilingualProbe probe = new MultilingualProbe(model);
    assertThat(model.asked).isZero();

    probe.get();
    int asked = model.asked;
    probe.get();

    assertThat(model.asked).isEqualTo(asked).isPositive();
  }

  /**
   * Puts a sentence at the same place in each of its languages, give or take a little, and one of
   * another language anywhere.
   */
  private static final class MeaningModel implements EmbeddingModel {

    private static final int DIMENSIONS = 16;
    private static final float ACCENT = 0.2f;

    private final Map<String, Integer> meanings = new HashMap<>();
    private int asked;

    MeaningModel(List<Language> languages) {
      for (Language language : languages) {
        List<String> sentences =
            Resources.lines(MultilingualProbe.class, "probe_" + language.code() + ".txt");
        for (int i = 0; i < sentences.size(); i++) {
          meanings.put(sentences.get(i), i);
        }
      }
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
      asked += segments.size();
      List<Embedding> embeddings = new ArrayList<>();
      for (TextSegment segment : segments) {
        float[] vector = random(segment.text().hashCode());
        Integer meaning = meanings.get(segment.text());
        if (meaning != null) {
          float[] meant = random(meaning);
          for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = meant[i] + ACCENT * vector[i];
          }
        }
        embeddings.add(new Embedding(vector));
      }
      return Response.from(embeddings);
    }

    private static float[] random(int seed) {
      Random random = new Random(seed);
      float[] vector = new float[DIMENSIONS];
      for (int i = 0; i < DIMENSIONS; i++) {
        vector[i] = (float) random.nextGaussian();
      }
      return vector;
    }
  }
}
