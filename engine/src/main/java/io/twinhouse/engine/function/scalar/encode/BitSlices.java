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
   * Where a slice begins.
   *
   * @param left whether it is counted from the start of the text
   * @param bit bits to leave out of the first byte
   * @param first bytes before it, or from it to the end of the text where it is counted from there
   */
  private record Start(boolean left, int bit, long first) {

    static Start of(long start) {
      if (start > 0) {
        return new Start(true, (int) (start - 1 & 7), start - 1 >>> 3);
      }
      int bit = (int) (start & 7);
      return new Start(false, bit, (-start >>> 3) + (bit == 0 ? 0 : 1));
    }

    /** Bytes from the first one on; negative beyond the end. */
    long remaining(long size) {
      return left ? size - first : first;
    }
  }

  /**
   * How far a slice goes.
   *
   * @param bytes that it touches
   * @param over bits of the last of them, 0 for all
   */
  private record Extent(long bytes, int over) {

    static Extent of(Start start, long remaining, long length) {
      int bit = start.bit;
      if (length > 0) {
        long bytes = length + bit >>> 3;
        int over = (int) (length + bit & 7);
        boolean more = over > 0 && (bytes > 0 || over > bit);
        return new Extent(more ? bytes + 1 : bytes, over);
      }
      long bytes = Math.max(0, remaining + length / Byte.SIZE);
      int over = (int) (Byte.SIZE + length % Byte.SIZE);
      return new Extent(bytes == 1 && over <= bit ? 0 : bytes, over);
    }
  }

  /**
   * The server's own rule, which asks for whole bytes first and for bits of the first and the last
   * of them then.
   */
  private static Slice slice(BytesLane texts, int row, long from, boolean bounded, long length) {
    long size = texts.length(row);
    Start start = Start.of(from);
    long remaining = start.remaining(size);
    Extent extent = bounded ? Extent.of(start, remaining, length) : new Extent(remaining, 0);
    boolean whole = extent.over == 0 || extent.bytes > remaining;
    int dropped = whole ? 0 : Byte.SIZE - extent.over;
    boolean before = !start.left && start.first > size;
    long place = start.left ? Math.min(start.first, size) : Math.max(0, size - start.first);
    // What a place before the text has of the bytes asked for lies before it, too.
    long wanted = before ? extent.bytes - (start.first - size) : Math.min(extent.bytes, remaining);
    long taken = Math.max(0, Math.min(wanted, size - place));
    int shift = before ? 0 : start.bit;
    return new Slice((int) (texts.start(row) + place), (int) taken, shift, dropped);
  }
}
