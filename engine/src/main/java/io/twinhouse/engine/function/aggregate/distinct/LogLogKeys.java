// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.distinct;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.distinct.HashedValues.Kind;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.function.aggregate.state.ValueWidth;
import io.twinhouse.engine.function.hash.IntHash;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import java.util.List;

/**
 * What uniqHLL12 keeps of a row and where that falls. Of a float it keeps the number that its bits
 * are, as a float again, so that neighbours may be one. One owner, one thread.
 */
final class LogLogKeys {

  private final HashedValues values;
  private final Kind kind;
  private final boolean single;
  private final boolean floating;
  private final int width;
  private final int unused;

  LogLogKeys(List<Type> types, Reservation memory) {
    values = new HashedValues(types, memory);
    kind = HashedValues.kindOf(types);
    Type base = types.get(0).base();
    floating = kind == Kind.NUMBER && base.lane() == Lane.DOUBLE;
    single = floating && base.equals(FloatType.FLOAT32);
    width = width(base);
    boolean signed =
        base.equals(DateType.DATE32) || base instanceof IntegerType integer && integer.signed();
    boolean narrow = kind == Kind.NUMBER && signed && width < Long.BYTES;
    unused = narrow ? Long.SIZE - Byte.SIZE * width : 0;
  }

  private int width(Type base) {
    return switch (kind) {
      case NUMBER -> ValueWidth.numberBytes(base);
      case WIDE -> base instanceof UuidType ? Long.BYTES : Long.BYTES * ValueWidth.words(base);
      case TEXT, HASH -> Long.BYTES;
    };
  }

  int width() {
    return width;
  }

  /** What is kept of a row. */
  long of(RowInput in, int row) {
    long key = values.key(in, row);
    if (kind == Kind.WIDE) {
      return IntHash.mixed(key);
    }
    if (!floating) {
      return key;
    }
    return single
        ? Float.floatToRawIntBits((float) key) & 0xffffffffL
        : Double.doubleToRawLongBits(unsigned(key));
  }

  private static double unsigned(long value) {
    return value >= 0 ? (double) value : (double) (value >>> 1 | value & 1) * 2;
  }

  /** The 32 bits by which what is kept is placed. */
  int place(long key) {
    if (kind == Kind.HASH) {
      return (int) key;
    }
    return (int) IntHash.mix32(key << unused >>> unused);
  }

  void write(long key, BytesBuffer out) {
    StateBytes.writeBytes(out, key, Math.min(width, Long.BYTES));
    for (int i = Long.BYTES; i < width; i++) {
      out.write(0);
    }
  }

  long read(StateReader in) {
    long key = in.readBytes(Math.min(width, Long.BYTES));
    in.skip(Math.max(0, width - Long.BYTES));
    return unused == 0 ? key : key << unused >> unused;
  }
}
