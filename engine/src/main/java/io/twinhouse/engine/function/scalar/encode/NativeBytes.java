// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.encode;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import java.util.Arrays;

/**
 * The bytes that hex and bin print of a value: of an integer the highest first and without leading
 * zeros, of floats and decimals as they lie in memory, of text as they are.
 */
interface NativeBytes {

  byte[] of(Column flat, int row);

  /** The bytes of the values of an argument. */
  static NativeBytes of(CallSite call, int index) {
    Type base = call.base(index);
    if (base instanceof AggregateFunctionType state) {
      state.checkShown();
    }
    if (CallSite.isText(base) || base instanceof AggregateFunctionType) {
      return (column, row) -> BytesLane.of(column).bytes(row);
    }
    if (base instanceof FloatType floating) {
      return (column, row) -> {
        double value = ((DoubleColumn) column).values()[row];
        long bits =
            floating.bits() == 32
                ? Float.floatToRawIntBits((float) value)
                : Double.doubleToRawLongBits(value);
        return lowestFirst(new long[] {bits}, 0, floating.bits() / 8);
      };
    }
    if (base instanceof DecimalType decimal) {
      return memory(decimal.bits() / 8);
    }
    if (base instanceof UuidType || (base instanceof IpType ip && ip.version() == 6)) {
      return (column, row) -> highestFirst(words(column, row), 16, false);
    }
    int width = width(base);
    if (width == 0) {
      throw call.illegal(index);
    }
    return (column, row) -> highestFirst(words(column, row), width, true);
  }

  private static int width(Type base) {
    if (base instanceof IntegerType integer) {
      return integer.bits() / 8;
    }
    if (base instanceof BoolType) {
      return 1;
    }
    if (base.equals(DateType.DATE)) {
      return 2;
    }
    return base instanceof DateTimeType || base instanceof IpType ? 4 : 0;
  }

  private static NativeBytes memory(int width) {
    return (column, row) -> lowestFirst(words(column, row), 0, width);
  }

  private static long[] words(Column column, int row) {
    if (column instanceof WideColumn wide) {
      int words = wide.words();
      return Arrays.copyOfRange(wide.values(), row * words, (row + 1) * words);
    }
    return new long[] {((LongColumn) column).values()[row]};
  }

  private static byte[] lowestFirst(long[] words, int from, int width) {
    byte[] bytes = new byte[width];
    for (int i = 0; i < width; i++) {
      bytes[i] = (byte) (words[from + i / 8] >>> 8 * (i % 8));
    }
    return bytes;
  }

  private static byte[] highestFirst(long[] words, int width, boolean trimmed) {
    byte[] low = lowestFirst(words, 0, width);
    int kept = width;
    while (trimmed && kept > 1 && low[kept - 1] == 0) {
      kept--;
    }
    byte[] bytes = new byte[kept];
    for (int i = 0; i < kept; i++) {
      bytes[i] = low[kept - 1 - i];
    }
    return bytes;
  }
}
