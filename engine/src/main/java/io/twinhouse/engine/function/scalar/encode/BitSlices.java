// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.encode;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.util.function.IntToLongFunction;

/**
 * bitSlice: bits of a text from a place on, counted from one or from the end, moved to its start.
 */
public final class BitSlices {

  private static final double TWO_TO_63 = 0x1p63;

  private BitSlices() {}

  public static FunctionFamily family() {
    return new FunctionFamily("Bit: slices").add("bitSlice", BitSlices::bind);
  }

  private static BoundFunction bind(CallSite call) {
    call.arity(2, 3).text(0);
    for (int i = 1; i < call.size(); i++) {
      number(call, i);
    }
    boolean bounded = call.size() == 3;
    boolean sizesKnown = call.constant(1) != null && (!bounded || call.constant(2) != null);
    Type start = call.base(1);
    Type length = call.base(call.size() - 1);
    // Where all arguments are constant the server takes them for columns, which may hold a zero.
    if (sizesKnown && call.constant(0) == null && isZero(call)) {
      throw call.refuse(ErrorCode.ZERO_ARRAY_OR_TUPLE_INDEX, "Indices in strings are 1-based");
    }
    return Bound.total(
        StringType.INSTANCE,
        RowKernels.bytes(
            invocation -> {
              BytesLane texts = BytesLane.of(invocation.argument(0));
              IntToLongFunction starts = longs(start, invocation.argument(1));
              IntToLongFunction lengths =
                  bounded ? longs(length, invocation.argument(2)) : row -> 0;
              return (row, out) -> {
                long from = starts.applyAsLong(row);
                long count = lengths.applyAsLong(row);
                if (from != 0 && (!bounded || count != 0)) {
                  slice(texts, row, from, bounded, count).write(texts.data(), out);
                }
              };
            }));
  }

  private static boolean isZero(CallSite call) {
    Column start = call.constant(1);
    return start != null && longs(call.base(1), start).applyAsLong(0) == 0;
  }

  private static void number(CallSite call, int index) {
    Type type = call.base(index);
    boolean whole =
        type instanceof IntegerType && type.lane() == Lane.LONG || type instanceof BoolType;
    if (!whole && !(type instanceof FloatType)) {
      throw call.illegal(index);
    }
  }

  /** Numbers as the server cuts floats: those that are no Int64 are the smallest one. */
  private static IntToLongFunction longs(Type type, Column column) {
    if (type instanceof FloatType) {
      DoubleLane lane = DoubleLane.of(type, column);
      return row -> {
        double value = lane.at(row);
        return Math.abs(value) < TWO_TO_63 ? (long) value : Long.MIN_VALUE;
      };
    }
    LongLane lane = LongLane.of(column);
    return lane::at;
  }

  /**
   * Bytes that hold the bits.
   *
   * @param from the first byte
   * @param size of them
   * @param shift bits to leave out at the start of the first
   * @param dropped bits to leave out at the end of the last
   */
  private record Slice(int from, int size, int shift, int dropped) {

    void write(byte[] data, BytesBuffer out) {
      boolean shorter = shift + dropped >= Byte.SIZE;
      int last = shorter ? size - 2 : size - 1;
      for (int i = 0; i <= last; i++) {
        int next = i + 1 < size ? data[from + i + 1] & 0xFF : 0;
        int bits = (data[from + i] & 0xFF) << shift | next >> Byte.SIZE - shift;
        int cut = shorter ? shift + dropped - Byte.SIZE : shift + dropped;
        out.write(i == last ? bits & 0xFF << cut : bits);
      }
    }
  }

  /**
   * The server's own rule, which asks for whole bytes first and for bits of the first and the last
   * of them then.
   */
  private static Slice slice(BytesLane texts, int row, long start, boolean bounded, long length) {
    long size = texts.length(row);
    boolean left = start > 0;
    long offset = left ? start - 1 : -start;
    int bit = (int) (left ? offset & 7 : -offset & 7);
    long first = (offset >>> 3) + (left || bit == 0 ? 0 : 1);
    boolean leftCut = !left && first > size;
    long remaining = left ? size - first : first;
    long bytes = bounded ? 0 : remaining;
    int over = 0;
    if (bounded && length > 0) {
      bytes = length + bit >>> 3;
      over = (int) (length + bit & 7);
      bytes += over > 0 && (bytes > 0 || over > bit) ? 1 : 0;
    } else if (bounded) {
      bytes = Math.max(0, remaining + length / Byte.SIZE);
      over = (int) (Byte.SIZE + length % Byte.SIZE);
      bytes = bytes == 1 && over <= bit ? 0 : bytes;
    }
    int dropped = over > 0 && bytes <= remaining ? Byte.SIZE - over : 0;
    long from = left ? first : Math.max(0, size - first);
    // What a place before the text has of the bytes asked for lies before it, too.
    long wanted = leftCut ? bytes - (first - size) : Math.min(bytes, remaining);
    long taken = Math.max(0, Math.min(wanted, size - from));
    return new Slice(
        (int) (texts.start(row) + Math.min(from, size)), (int) taken, leftCut ? 0 : bit, dropped);
  }
}
