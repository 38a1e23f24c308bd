// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.state;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import java.util.List;

/**
 * Where ClickHouse's sets place the rows of a column: numbers by their bits in tables of sixteen
 * cells at first, everything else by its bytes in tables of eight.
 */
public interface CellHash {

  /** Degree of an empty table of numbers, and of all tables of arguments. */
  int LARGE = 4;

  /** Degree of an empty table of texts. */
  int SMALL = 3;

  /** The hash of a row, which is not NULL. */
  long at(int row);

  /** Whether a row has the value that tables keep apart. */
  boolean isZero(int row);

  /** Binary logarithm of the cells of an empty table. */
  int degree();

  /** What the degree of a table grows by as long as it is no large one. */
  default int step() {
    return 2;
  }

  /** Over the values that groupUniqArray collects. */
  static CellHash ofValues(Type type, Column values, int count) {
    return of(List.of(type), new Column[] {values}, count, SMALL);
  }

  /** Over the arguments that -Distinct has seen, {@code count} rows in each column. */
  static CellHash ofArguments(List<Type> types, Column[] values, int count) {
    boolean bytes = types.size() > 1 || !ElementCodec.isArgumentNumber(types.get(0));
    return bytes && !isText(types)
        ? encoded(types, values, count, LARGE)
        : of(types, values, count, LARGE);
  }

  private static boolean isText(List<Type> types) {
    return types.size() == 1 && types.get(0).base().lane() == Lane.BYTES;
  }

  private static CellHash of(List<Type> types, Column[] values, int count, int degree) {
    Type base = types.get(0).base();
    Column column = values[0].flatten();
    if (column instanceof LongColumn longs && ElementCodec.isNumber(base)) {
      return new SetCells.NumberCells(longs.values(), ValueWidth.bytes(base));
    }
    if (column instanceof DoubleColumn doubles) {
      return new SetCells.FloatCells(doubles.values(), base.equals(FloatType.FLOAT32));
    }
    if (column instanceof WideColumn wide && base instanceof IntegerType integer) {
      return new SetCells.WideCells(wide.values(), wide.words(), integer.signed());
    }
    return isText(types)
        ? new SetCells.TextCells(BytesLane.of(column), 0, degree)
        : encoded(types, values, count, degree);
  }

  /** Whether the places of a type's values are known. */
  static boolean isKnownFor(Type type) {
    return !type.isOpaque();
  }

  private static CellHash encoded(List<Type> types, Column[] values, int count, int degree) {
    BytesBuffer bytes = new BytesBuffer(count);
    for (int row = 0; row < count; row++) {
      for (int i = 0; i < values.length; i++) {
        new ValueCodec(types.get(i), ValueCodec.Form.KEY).write(values[i], row, bytes);
      }
      bytes.endRow();
    }
    boolean bare = types.size() == 1 && ElementCodec.isBare(types.get(0));
    BytesLane lane = BytesLane.of(bytes.toColumn(null));
    return new SetCells.TextCells(lane, bare ? Long.BYTES : 0, degree);
  }
}
