// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.split;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.scalar.string.Utf8;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import java.util.Arrays;

/** Pieces of a text that overlap, and pieces put together the other way round. */
public final class TextPieces {

  private TextPieces() {}

  public static FunctionFamily family() {
    return new FunctionFamily("Splitting text")
        .add("ngrams", FunctionTraits::dropLowCardinality, TextPieces::ngrams)
        .add("reverseBySeparator", TextPieces::reverse);
  }

  private static BoundFunction ngrams(CallSite call) {
    call.arity(2).text(0);
    if (!(call.base(1) instanceof IntegerType size) || size.signed() || size.bits() > 64) {
      throw call.illegal(1);
    }
    long length = call.constantLong(1);
    if (length == 0) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS, "The length of the pieces of ngrams must be at least 1, got 0");
    }
    return Bound.total(
        new ArrayType(StringType.INSTANCE),
        RowKernels.texts(
            invocation -> {
              BytesLane texts = BytesLane.of(invocation.argument(0));
              return (row, out) ->
                  ngrams(texts.data(), texts.start(row), texts.end(row), length, out);
            }));
  }

  /** Slides a window of {@code length} characters over a text. */
  private static void ngrams(byte[] data, int from, int to, long length, BytesBuffer out) {
    int end = from;
    long ahead = 0;
    while (ahead != length && end < to) {
      end = next(data, end, to);
      ahead++;
    }
    int start = from;
    while (ahead == length) {
      out.append(data, start, end - start);
      start = next(data, start, to);
      ahead = end < to ? length : -1;
      end = end < to ? next(data, end, to) : end;
    }
  }

  /** Where the next character begins, by what the byte here says of its length. */
  static int next(byte[] data, int at, int to) {
    return Math.min(to, at + Utf8.announced(data[at]));
  }

  private static BoundFunction reverse(CallSite call) {
    if (call.size() < 1 || call.size() > 2) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS,
          "Number of arguments for function reverseBySeparator doesn't match: passed "
              + call.size()
              + ", should be 1 or 2");
    }
    call.string(0);
    byte[] separator = call.size() == 1 ? new byte[] {'.'} : call.string(1).constantBytes(1);
    return Bound.total(
        StringType.INSTANCE,
        Operands.bytes((data, from, to, out) -> reverse(data, from, to, separator, out)));
  }

  private static void reverse(byte[] data, int from, int to, byte[] separator, BytesBuffer out) {
    if (separator.length == 0) {
      for (int at = to - 1; at >= from; at--) {
        out.write(data[at]);
      }
      return;
    }
    int[] starts = new int[(to - from) / separator.length + 2];
    int pieces = 0;
    starts[pieces++] = from;
    for (int at = from; at + separator.length <= to; ) {
      boolean here = Arrays.equals(data, at, at + separator.length, separator, 0, separator.length);
      at += here ? separator.length : 1;
      if (here) {
        starts[pieces++] = at;
      }
    }
    int end = to;
    for (int piece = pieces - 1; piece >= 0; piece--) {
      out.write(data, starts[piece], end - starts[piece]);
      if (piece > 0) {
        end = starts[piece] - separator.length;
        out.write(separator, 0, separator.length);
      }
    }
  }
}
