// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.combinator;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;

/** Elements of arrays, of the rows that count. */
final class ArrayElements {

  private ArrayElements() {}

  /** The {@code total} elements of the rows whose group is not negative. */
  static Column of(ArrayColumn array, int[] groups, int rows, int total) {
    if (array.offsets()[0] == 0 && array.offsets()[rows] == total) {
      return array.elements();
    }
    int[] chosen = new int[total];
    int end = 0;
    for (int row = 0; row < rows; row++) {
      for (int e = array.offsets()[row]; groups[row] >= 0 && e < array.offsets()[row + 1]; e++) {
        chosen[end++] = e;
      }
    }
    return array.elements().gather(chosen, total);
  }

  static int[] concat(int[][] parts, int total) {
    int[] all = new int[total];
    int end = 0;
    for (int[] part : parts) {
      System.arraycopy(part, 0, all, end, part.length);
      end += part.length;
    }
    return all;
  }
}
