// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.state;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.function.hash.CityHash102;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.Type;

/** The CityHash of the bytes in which ClickHouse holds a single value. One owner, one thread. */
public final class ValueCity {

  private final byte[] word = new byte[32];

  /** The hash of a row of a column of the LONG, DOUBLE, BYTES or WIDE lane. */
  public long of(Type base, Column column, int row) {
    if (column instanceof ConstantColumn constant) {
      return of(base, constant.value(), 0);
    }
    if (column instanceof DictionaryColumn coded) {
      return coded.dictionary().cityHash64(coded.ids()[row]);
    }
    if (column instanceof BytesColumn bytes) {
      return CityHash102.hash64(bytes.data(), bytes.offsets()[row], bytes.length(row));
    }
    int width;
    if (column instanceof LongColumn longs) {
      width = ValueWidth.bytes(base);
      put(0, longs.values()[row]);
    } else if (column instanceof DoubleColumn doubles) {
      boolean single = base.equals(FloatType.FLOAT32);
      width = single ? 4 : 8;
      put(0, bits(doubles.values()[row], single));
    } else {
      width = wide(base, (WideColumn) column, row);
    }
    return CityHash102.hash64(word, 0, width);
  }

  /** The bits of a number of the DOUBLE lane in the width of its type. */
  public static long bits(double value, boolean single) {
    return single
        ? Float.floatToRawIntBits((float) value) & 0xffffffffL
        : Double.doubleToRawLongBits(value);
  }

  private int wide(Type base, WideColumn wide, int row) {
    int words = wide.words();
    for (int i = 0; i < words; i++) {
      long value = wide.values()[row * words + ValueWidth.place(base, i)];
      put(8 * i, ValueWidth.ordered(base, value));
    }
    return 8 * words;
  }

  private void put(int at, long value) {
    for (int i = 0; i < 8; i++) {
      word[at + i] = (byte) (value >>> 8 * i);
    }
  }
}
