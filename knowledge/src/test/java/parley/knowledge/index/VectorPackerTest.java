package parley.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorPackerTest {

  @Test
  void whatIsPackedIsReadInTheSameOrder() {
    byte[] packed =
        new VectorPacker()
            .add(7)
            .add("åka")
            .add(new float[] {1.27f, -0.63f, 0})
            .add(new float[0])
            .bytes();
    VectorUnpacker unpacker = new VectorUnpacker(packed);
    assertThat(unpacker.number()).isEqualTo(7);
    assertThat(unpacker.text()).isEqualTo("åka");
    assertThat(unpacker.vector()).containsExactly(new float[] {1.27f, -0.63f, 0}, within(1e-6f));
    assertThat(unpacker.vector()).isEmpty();
  }

  @Test
  void aVectorTakesAByteForEachNumber() {
    assertThat(new VectorPacker().add(new float[384]).bytes()).hasSize(384 + 8);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aVectorPointsWhereItDid(int seed) {
    Random random = new Random(seed);
    float[] vector = new float[384];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    float[] read = new VectorUnpacker(new VectorPacker().add(vector).bytes()).vector();
    assertThat(VectorUtil.cosine(vector, read)).isCloseTo(1, within(0.0005f));
  }

  @Test
  void bytesThatEndTooSoonAreRefused() {
    byte[] packed = new VectorPacker().add(new float[] {1, 2, 3}).bytes();
    VectorUnpacker unpacker = new VectorUnpacker(Arrays.copyOf(packed, packed.length - 1));
    assertThatThrownBy(unpacker::vector).isInstanceOf(UncheckedIOException.class);
  }
}
