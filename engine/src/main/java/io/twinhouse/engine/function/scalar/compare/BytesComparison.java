// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.compare;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.lane.BytesLane;
import java.util.Arrays;

/** Comparisons of text, by dictionary id where both sides have one. */
final class BytesComparison {

  private BytesComparison() {}

  /**
   * @param padded whether trailing zero bytes do not count, as with FixedString
   */
  static Column evaluate(Relation relation, Invocation call, boolean padded) {
    Column a = call.argument(0);
    Column b = call.argument(1);
    if (relation.isEquality() && !padded) {
      Column byId = byId(relation, call, a, b);
      byId = byId == null ? byId(relation, call, b, a) : byId;
      if (byId != null) {
        return byId;
      }
    }
    BytesLane x = BytesLane.of(a);
    BytesLane y = BytesLane.of(b);
    int rows = call.rows();
    long[] result = call.scratch().longs(rows);
    if (relation.isEquality() && !padded) {
      boolean wanted = relation == Relation.EQUALS;
      for (int row = 0; row < rows; row++) {
        boolean equal = x.length(row) == y.length(row) && BytesLane.equal(x, row, y, row);
        result[row] = equal == wanted ? 1 : 0;
      }
    } else {
      for (int row = 0; row < rows; row++) {
        int order = padded ? padded(x, row, y, row) : BytesLane.compare(x, row, y, row);
        result[row] = relation.holds(order) ? 1 : 0;
      }
    }
    return LongColumn.of(result, rows, null);
  }

  private static @org.jspecify.annotations.Nullable Column byId(
      Relation relation, Invocation call, Column a, Column b) {
    if (!(a instanceof DictionaryColumn coded)) {
      return null;
    }
    int[] ids = coded.ids();
    int rows = call.rows();
    long[] result;
    long same = relation == Relation.EQUALS ? 1 : 0;
    if (b instanceof ConstantColumn constant) {
      BytesColumn value = (BytesColumn) constant.value();
      int id = coded.dictionary().find(value.data(), value.offsets()[0], value.length(0));
      result = call.scratch().longs(rows);
      for (int row = 0; row < rows; row++) {
        result[row] = ids[row] == id ? same : 1 - same;
      }
    } else if (b instanceof DictionaryColumn other && other.dictionary() == coded.dictionary()) {
      int[] others = other.ids();
      result = call.scratch().longs(rows);
      for (int row = 0; row < rows; row++) {
        result[row] = ids[row] == others[row] ? same : 1 - same;
      }
    } else {
      return null;
    }
    return LongColumn.of(result, rows, null);
  }

  private static int padded(BytesLane a, int rowA, BytesLane b, int rowB) {
    return Arrays.compareUnsigned(
        a.data(), a.start(rowA), endOfText(a, rowA), b.data(), b.start(rowB), endOfText(b, rowB));
  }

  private static int endOfText(BytesLane lane, int row) {
    int end = lane.end(row);
    while (end > lane.start(row) && lane.data()[end - 1] == 0) {
      end--;
    }
    return end;
  }
}
