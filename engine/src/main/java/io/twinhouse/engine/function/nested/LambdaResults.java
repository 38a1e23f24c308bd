// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.nested;

import io.twinhouse.engine.buffer.ColumnBuffer;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;

/** Evaluates a lambda over any number of elements, a few thousand at a time. */
final class LambdaResults {

  /** Elements at once: a batch of short arrays fits, so that most results need no copy. */
  private static final int CHUNK = 4 * Batch.ROWS;

  private final ColumnBuffer results;
  private final Reservation memory;
  private int[] outerRow = {};

  LambdaResults(Type value, Reservation memory) {
    this.results = ColumnBuffer.of(value, memory);
    this.memory = memory;
  }

  /** One value an element; valid until the next batch. */
  Column evaluate(Invocation.LambdaBody body, Column[] parameters, int[] offsets, int rows) {
    int total = offsets[rows];
    if (outerRow.length < total) {
      memory.grow(4L * (total - outerRow.length));
      outerRow = new int[total];
    }
    for (int row = 0; row < rows; row++) {
      for (int e = offsets[row]; e < offsets[row + 1]; e++) {
        outerRow[e] = row;
      }
    }
    if (total <= CHUNK) {
      return body.apply(parameters, total, outerRow);
    }
    results.reset();
    for (int from = 0; from < total; from += CHUNK) {
      int count = Math.min(CHUNK, total - from);
      Column[] part = new Column[parameters.length];
      for (int i = 0; i < part.length; i++) {
        int[] rowsOfPart = new int[count];
        for (int e = 0; e < count; e++) {
          rowsOfPart[e] = from + e;
        }
        part[i] = parameters[i].gather(rowsOfPart, count);
      }
      int[] outer = Arrays.copyOfRange(outerRow, from, from + count);
      results.append(body.apply(part, count, outer), 0, count);
    }
    return results.column();
  }
}
