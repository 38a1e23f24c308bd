// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.number;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.util.function.LongBinaryOperator;

/** Functions of the bits of texts, read as one number with the most significant byte first. */
final class ByteBits {

  private ByteBits() {}

  static BoundFunction combined(FixedStringType type, LongBinaryOperator function) {
    return Bound.total(
        type,
        RowKernels.bytes(
            invocation -> {
              BytesLane a = BytesLane.of(invocation.argument(0));
              BytesLane b = BytesLane.of(invocation.argument(1));
              return (row, out) -> {
                for (int i = 0; i < type.length(); i++) {
                  long x = a.data()[a.start(row) + i];
                  out.write((int) function.applyAsLong(x, b.data()[b.start(row) + i]));
                }
              };
            }));
  }

  static BoundFunction inverted(Type type) {
    return Bound.total(
        type,
        Operands.bytes(
            (data, from, to, out) -> {
              for (int i = from; i < to; i++) {
                out.write(~data[i]);
              }
            }));
  }

  /** The bits of a count that its type holds. */
  private static long held(Type type) {
    return type instanceof FixedStringType ? 0xFFFF : -1L;
  }

  static BoundFunction counted(Type type) {
    long held = held(type);
    return Bound.total(
        type instanceof FixedStringType ? IntegerType.UINT16 : IntegerType.UINT64,
        Operands.bytesToLong(
            (data, from, to) -> {
              long count = 0;
              for (int i = from; i < to; i++) {
                count += Integer.bitCount(data[i] & 0xFF);
              }
              return count & held;
            }));
  }

  /** How many bits differ; those of the longer text's rest count where they are set. */
  static BoundFunction distance(Type type) {
    long held = held(type);
    return Bound.total(
        type instanceof FixedStringType ? IntegerType.UINT16 : IntegerType.UINT64,
        RowKernels.longs(
            invocation -> {
              BytesLane a = BytesLane.of(invocation.argument(0));
              BytesLane b = BytesLane.of(invocation.argument(1));
              return row -> {
                long distance = 0;
                int length = Math.max(a.length(row), b.length(row));
                for (int i = 0; i < length; i++) {
                  int x = i < a.length(row) ? a.data()[a.start(row) + i] : 0;
                  int y = i < b.length(row) ? b.data()[b.start(row) + i] : 0;
                  distance += Integer.bitCount((x ^ y) & 0xFF);
                }
                return distance & held;
              };
            }));
  }

  /** A FixedString keeps its length, a String grows to the left and loses bytes at its end. */
  static BoundFunction shifted(Type type, boolean left, boolean signedCount) {
    boolean fixed = type instanceof FixedStringType;
    return Bound.of(
        type,
        RowKernels.bytes(
            invocation -> {
              BytesLane texts = BytesLane.of(invocation.argument(0));
              LongLane counts = LongLane.of(invocation.argument(1));
              return (row, out) -> {
                long count = counts.at(row);
                BitFunctions.checkCount(signedCount, count);
                if (Long.compareUnsigned(count, 8L * texts.length(row)) >= 0) {
                  zeros(fixed ? texts.length(row) : 0, out);
                } else if (left) {
                  left(texts, row, (int) count, fixed, out);
                } else {
                  right(texts, row, (int) count, fixed, out);
                }
              };
            }));
  }

  private static void zeros(int count, BytesBuffer out) {
    for (int i = 0; i < count; i++) {
      out.write(0);
    }
  }

  private static void left(BytesLane texts, int row, int count, boolean fixed, BytesBuffer out) {
    int bytes = count / 8;
    int bits = count % 8;
    int from = fixed ? bytes : bits == 0 ? 0 : -1;
    for (int i = from; i < texts.length(row); i++) {
      int high = i < 0 ? 0 : texts.data()[texts.start(row) + i] & 0xFF;
      int low = i + 1 < texts.length(row) ? texts.data()[texts.start(row) + i + 1] & 0xFF : 0;
      out.write(high << bits | low >>> (8 - bits));
    }
    zeros(bytes, out);
  }

  private static void right(BytesLane texts, int row, int count, boolean fixed, BytesBuffer out) {
    int bytes = count / 8;
    int bits = count % 8;
    zeros(fixed ? bytes : 0, out);
    for (int i = 0; i < texts.length(row) - bytes; i++) {
      int high = i == 0 ? 0 : texts.data()[texts.start(row) + i - 1] & 0xFF;
      int low = texts.data()[texts.start(row) + i] & 0xFF;
      out.write(high << (8 - bits) | low >>> bits);
    }
  }
}
