// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.hash;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import java.util.Arrays;
import java.util.List;

/** Hashes of 128 bits over any number of plain values: one after the other, folded by itself. */
record WideHash(Algorithm algorithm) {

  /** What nothing at all hashes to. */
  private static final long OF_NOTHING = 0xe28dbde7fe22e41cL;

  /** The two words of a hash, lower first. */
  interface Algorithm {
    long[] hash(byte[] data, int offset, int length);
  }

  /**
   * @param number whether the result is a UInt128 and not a FixedString(16)
   * @param first the first argument that is hashed
   */
  BoundFunction bind(CallSite call, boolean number, int first) {
    for (int i = first; i < call.size(); i++) {
      Lane lane = call.base(i).lane();
      if (lane == Lane.ARRAY || lane == Lane.TUPLE || call.type(i).isOpaque()) {
        throw call.notImplemented(call.type(i).name());
      }
    }
    List<Type> types = call.types();
    if (number) {
      return Bound.total(IntegerType.UINT128, invocation -> words(invocation, types, first));
    }
    return Bound.total(new FixedStringType(16), invocation -> texts(invocation, types, first));
  }

  private Column words(Invocation call, List<Type> types, int first) {
    long[] words = call.scratch().longs(2 * call.rows());
    for (int row = 0; row < call.rows(); row++) {
      long[] hash = row(call, types, row, first);
      words[2 * row] = hash[0];
      words[2 * row + 1] = hash[1];
    }
    return WideColumn.of(words, 2, call.rows(), null);
  }

  private Column texts(Invocation call, List<Type> types, int first) {
    BytesBuffer out = call.scratch().bytes();
    for (int row = 0; row < call.rows(); row++) {
      out.append(bytes(row(call, types, row, first), new long[0]), 0, 16);
    }
    return out.toColumn(null);
  }

  private long[] row(Invocation call, List<Type> types, int row, int first) {
    long[] folded = {OF_NOTHING, 0};
    for (int i = first; i < call.argumentCount(); i++) {
      byte[] value = leaf(types.get(i).base(), call.argument(i), row);
      long[] hash = algorithm.hash(value, 0, value.length);
      folded = i == first ? hash : algorithm.hash(bytes(folded, hash), 0, 32);
    }
    return folded;
  }

  private static byte[] bytes(long[] a, long[] b) {
    byte[] bytes = new byte[8 * (a.length + b.length)];
    for (int i = 0; i < a.length + b.length; i++) {
      ByteOrders.putLong(bytes, 8 * i, i < a.length ? a[i] : b[i - a.length]);
    }
    return bytes;
  }

  /** A value as it lies in the server's memory. */
  static byte[] leaf(Type base, Column column, int row) {
    if (column instanceof ConstantColumn constant) {
      return leaf(base, constant.value(), 0);
    }
    if (column instanceof LongColumn longs) {
      return low(longs.values()[row], NativeWidth.of(base));
    }
    if (column instanceof DoubleColumn doubles) {
      double value = doubles.values()[row];
      if (base instanceof FloatType.Brain) {
        return low(FloatType.Brain.bits(value), 2);
      }
      return base.equals(FloatType.FLOAT32)
          ? low(Float.floatToRawIntBits((float) value), 4)
          : low(Double.doubleToRawLongBits(value), 8);
    }
    if (column instanceof WideColumn wide) {
      return wide(base, wide, row);
    }
    return ((BytesColumn) column.flatten()).bytes(row);
  }

  private static byte[] low(long value, int width) {
    byte[] bytes = new byte[8];
    ByteOrders.putLong(bytes, 0, value);
    return Arrays.copyOf(bytes, width);
  }

  private static byte[] wide(Type base, WideColumn column, int row) {
    int words = column.words();
    byte[] bytes = new byte[8 * words];
    for (int word = 0; word < words; word++) {
      long value = column.values()[row * words + word];
      boolean turned = base instanceof IpType || base instanceof UuidType;
      int place = 8 * (turned ? words - 1 - word : word);
      ByteOrders.putLong(bytes, place, base instanceof IpType ? Long.reverseBytes(value) : value);
    }
    return bytes;
  }
}
