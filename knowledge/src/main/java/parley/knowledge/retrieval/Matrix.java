package parley.knowledge.retrieval;

/**
 * A matrix that rows of numbers are multiplied with.
 *
 * @param values row by row
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Matrix(int rows, int columns, float[] values) {

  /** The row vector times this. */
  float[] times(float[] row) {
    float[] product = new float[columns];
    addTimes(row, product);
    return product;
  }

  /**
   * Adds the row vector times this to a sum: four rows at a time, which takes half as long as one
   * at a time (own measurement, 24 columns).
   */
  void addTimes(float[] row, float[] sum) {
    int row4 = rows - rows % 4;
    for (int i = 0; i < row4; i += 4) {
      addFour(row, i, sum);
    }
    for (int i = row4; i < rows; i++) {
      int from = i * columns;
      for (int j = 0; j < columns; j++) {
        sum[j] += row[i] * values[from + j];
      }
    }
  }

  /**
   * This and another of the same size, each of whose rows counts so many times.
   *
   * @param factors one for each row
   */
  Matrix plus(Matrix other, float[] factors) {
    float[] sum = values.clone();
    for (int i = 0; i < rows; i++) {
      int from = i * columns;
      for (int j = from; j < from + columns; j++) {
        sum[j] += factors[i] * other.values[j];
      }
    }
    return new Matrix(rows, columns, sum);
  }

  private void addFour(float[] row, int first, float[] sum) {
    float a = row[first];
    float b = row[first + 1];
    float c = row[first + 2];
    float d = row[first + 3];
    int from = first * columns;
    for (int j = 0; j < columns; j++) {
      int at = from + j;
      sum[j] +=
          a * values[at]
              + b * values[at + columns]
              + c * values[at + 2 * columns]
              + d * values[at + 3 * columns];
    }
  }
}
