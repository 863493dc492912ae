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

  /** Adds the row vector times this to a sum. */
  void addTimes(float[] row, float[] sum) {
    for (int i = 0; i < rows; i++) {
      float factor = row[i];
      int from = i * columns;
      for (int j = 0; j < columns; j++) {
        sum[j] += factor * values[from + j];
      }
    }
  }
}
