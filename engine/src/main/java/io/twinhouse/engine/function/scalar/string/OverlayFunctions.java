// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.string;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import java.util.Arrays;

/** overlay, substringIndex, compareSubstrings: parts of a text by position or delimiter. */
final class OverlayFunctions {

  private OverlayFunctions() {}

  static FunctionFamily family() {
    return new FunctionFamily("Strings: parts")
        .add("overlay", t -> t.anyCase(), call -> overlay(call, false))
        .add("overlayUTF8", t -> t.anyCase(), call -> overlay(call, true))
        .add(
            "substringIndex",
            t -> t.withAliases("SUBSTRING_INDEX").anyCase(),
            call -> index(call, false))
        .add("substringIndexUTF8", call -> index(call, true))
        .add("compareSubstrings", OverlayFunctions::compare);
  }

  private static BoundFunction overlay(CallSite call, boolean utf8) {
    call.arity(3, 4).string(0).string(1).integer(2);
    boolean bounded = call.size() == 4;
    if (bounded) {
      call.integer(3);
    }
    return Bound.total(
        StringType.INSTANCE,
        RowKernels.bytes(
            invocation -> {
              BytesLane texts = BytesLane.of(invocation.argument(0));
              BytesLane patches = BytesLane.of(invocation.argument(1));
              LongLane offsets = LongLane.of(invocation.argument(2));
              LongLane lengths = bounded ? LongLane.of(invocation.argument(3)) : null;
              return (row, out) -> {
                long length = lengths == null ? -1 : lengths.at(row);
                overlay(texts, patches, row, offsets.at(row), length, utf8, out);
              };
            }));
  }

  private static void overlay(
      BytesLane texts,
      BytesLane patches,
      int row,
      long offset,
      long length,
      boolean utf8,
      BytesBuffer out) {
    byte[] data = texts.data();
    int from = texts.start(row);
    int to = texts.end(row);
    int size = utf8 ? Utf8.count(data, from, to) : to - from;
    long patch =
        utf8
            ? Utf8.count(patches.data(), patches.start(row), patches.end(row))
            : patches.length(row);
    long start = start(offset, size);
    long replaced = length < 0 ? patch : length;
    int head = utf8 ? Utf8.advance(data, from, to, start) : from + (int) start;
    out.write(data, from, head - from);
    out.write(patches.data(), patches.start(row), patches.length(row));
    if (replaced < size - start) {
      int tail =
          utf8 ? Utf8.advance(data, from, to, start + replaced) : (int) (from + start + replaced);
      out.write(data, tail, to - tail);
    }
  }

  private static long start(long offset, int size) {
    if (offset > 0) {
      return Math.min(offset - 1, size);
    }
    // -0 is read as the end, as -1 is the last place.
    return offset == 0 ? size : offset < -(long) size ? 0 : size + offset;
  }

  private static BoundFunction index(CallSite call, boolean utf8) {
    call.arity(3).string(0).string(1).integer(2);
    byte[] delimiter = call.constantBytes(1);
    boolean single =
        utf8
            ? delimiter.length > 0
                && Utf8.advance(delimiter, 0, delimiter.length, 1) == delimiter.length
            : delimiter.length == 1;
    if (!single) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS,
          "Second argument to " + call.name() + " must be a single character");
    }
    return Bound.total(
        StringType.INSTANCE,
        RowKernels.bytes(
            invocation -> {
              BytesLane texts = BytesLane.of(invocation.argument(0));
              LongLane counts = LongLane.of(invocation.argument(2));
              return (row, out) ->
                  index(
                      texts.data(),
                      texts.start(row),
                      texts.end(row),
                      delimiter,
                      counts.at(row),
                      out);
            }));
  }

  private static void index(
      byte[] data, int from, int to, byte[] delimiter, long count, BytesBuffer out) {
    if (count > 0) {
      int at = from - delimiter.length;
      for (long left = count; left > 0; left--) {
        at = ByteSearch.find(data, at + delimiter.length, to, delimiter);
        if (at < 0) {
          out.write(data, from, to - from);
          return;
        }
      }
      out.write(data, from, at - from);
    } else if (count < 0) {
      int end = to;
      for (long left = count; left < 0; left++) {
        int at = findLast(data, from, end, delimiter);
        if (at < 0) {
          out.write(data, from, to - from);
          return;
        }
        end = at;
      }
      out.write(data, end + delimiter.length, to - end - delimiter.length);
    }
  }

  private static int findLast(byte[] data, int from, int to, byte[] needle) {
    for (int at = to - needle.length; at >= from; at--) {
      if (ByteSearch.matches(data, at, needle)) {
        return at;
      }
    }
    return -1;
  }

  private static BoundFunction compare(CallSite call) {
    call.arity(5, 5).text(0).text(1);
    long[] numbers = new long[5];
    for (int i = 2; i < 5; i++) {
      if (!(call.base(i) instanceof IntegerType integer) || integer.signed()) {
        throw call.illegal(i);
      }
      numbers[i] = call.integer(i).constantLong(i);
    }
    return Bound.total(
        IntegerType.INT8,
        RowKernels.longs(
            invocation -> {
              BytesLane a = BytesLane.of(invocation.argument(0));
              BytesLane b = BytesLane.of(invocation.argument(1));
              return row -> compare(a, b, row, numbers);
            }));
  }

  private static long compare(BytesLane a, BytesLane b, int row, long[] numbers) {
    int fromA = (int) Math.min(a.length(row), clamped(numbers[2]));
    int fromB = (int) Math.min(b.length(row), clamped(numbers[3]));
    long count = clamped(numbers[4]);
    int lengthA = (int) Math.min(a.length(row) - fromA, count);
    int lengthB = (int) Math.min(b.length(row) - fromB, count);
    int startA = a.start(row) + fromA;
    int startB = b.start(row) + fromB;
    return Integer.signum(
        Arrays.compare(a.data(), startA, startA + lengthA, b.data(), startB, startB + lengthB));
  }

  private static long clamped(long unsigned) {
    return unsigned < 0 ? Long.MAX_VALUE : unsigned;
  }
}
