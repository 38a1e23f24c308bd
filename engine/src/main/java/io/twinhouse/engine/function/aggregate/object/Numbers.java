// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.object;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.function.aggregate.state.ValueWidth;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;

/**
 * Arithmetic in one of the number types of up to 64 bits, as C does it: whole numbers wrap, Float32
 * is rounded at each step. Values travel as longs, floats as the bits of their double. Stateless.
 */
public final class Numbers {

  private final Type type;
  private final boolean floating;
  private final boolean single;
  private final boolean unsigned;
  private final int width;

  public Numbers(Type type) {
    this.type = type;
    floating = type.lane() == Lane.DOUBLE;
    single = type.equals(FloatType.FLOAT32);
    unsigned = type.equals(IntegerType.UINT64);
    width = single ? 4 : floating ? 8 : ValueWidth.bytes(type);
  }

  /** Whether values of a type are plain numbers of up to 64 bits, Bool and Enum included. */
  public static boolean are(Type type) {
    return (type instanceof IntegerType integer && integer.bits() <= 64)
        || type instanceof FloatType
        || type instanceof BoolType
        || type instanceof EnumType;
  }

  /** Whether values of a type are numbers, or dates that are kept as such. */
  public static boolean orDates(Type type) {
    return are(type) || type.equals(DateType.DATE) || type instanceof DateTimeType;
  }

  /** Whether numbers have the precision of Float32. */
  public boolean isSingle() {
    return single;
  }

  public boolean isFloating() {
    return floating;
  }

  public double toDouble(long value) {
    if (floating) {
      return Double.longBitsToDouble(value);
    }
    return unsigned ? DoubleLane.ofUnsigned(value) : value;
  }

  private long wrapped(double value) {
    return Double.doubleToRawLongBits(single ? (double) (float) value : value);
  }

  public long add(long a, long b) {
    return floating
        ? wrapped(Double.longBitsToDouble(a) + Double.longBitsToDouble(b))
        : ValueWidth.extend(type, (a + b) & mask());
  }

  public long subtract(long a, long b) {
    return floating
        ? wrapped(Double.longBitsToDouble(a) - Double.longBitsToDouble(b))
        : ValueWidth.extend(type, (a - b) & mask());
  }

  private long mask() {
    return width == 8 ? -1L : (1L << 8 * width) - 1;
  }

  /** A number cut to its whole part where the type has no other ones; within its range. */
  public long cut(double value) {
    if (floating) {
      return wrapped(value);
    }
    return unsigned && value >= 0x1p63 ? (long) (value - 0x1p63) ^ Long.MIN_VALUE : (long) value;
  }

  /** Whether {@code a} is less than {@code b}; never with a NaN. */
  public boolean less(long a, long b) {
    if (floating) {
      return Double.longBitsToDouble(a) < Double.longBitsToDouble(b);
    }
    return unsigned ? Long.compareUnsigned(a, b) < 0 : a < b;
  }

  public int compare(long a, long b) {
    return less(a, b) ? -1 : less(b, a) ? 1 : 0;
  }

  public boolean same(long a, long b) {
    return floating ? Double.longBitsToDouble(a) == Double.longBitsToDouble(b) : a == b;
  }

  /** The bits that ClickHouse hashes, zero-extended. */
  public long raw(long value) {
    return single
        ? Float.floatToRawIntBits((float) Double.longBitsToDouble(value)) & 0xffffffffL
        : value & mask();
  }

  /** The value whose {@link #raw} bits are given. */
  public long ofRaw(long raw) {
    if (single) {
      return Double.doubleToRawLongBits(Float.intBitsToFloat((int) raw));
    }
    return floating ? raw : ValueWidth.extend(type, raw);
  }

  public void write(long value, BytesBuffer out) {
    StateBytes.writeBytes(out, raw(value), width);
  }

  public long read(StateReader in) {
    return ofRaw(in.readBytes(width));
  }

  public void append(long value, ColumnBuilder out) {
    if (floating) {
      out.appendDouble(Double.longBitsToDouble(value));
    } else {
      out.appendLong(value);
    }
  }
}
