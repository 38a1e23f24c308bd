// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.string;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.StringType;

/** Parts of strings by position: substring, left, right, in bytes or code points. */
final class SliceFunctions {

  private SliceFunctions() {}

  static FunctionFamily family() {
    return new FunctionFamily("Strings: slices")
        .add(
            "substring",
            t -> t.withAliases("substr", "mid", "byteSlice").anyCase(),
            call -> substring(call, false))
        .add("substringUTF8", t -> t.withAliases("substrUTF8"), call -> substring(call, true))
        .add("left", t -> t.anyCase(), call -> side(call, false, true))
        .add("right", t -> t.anyCase(), call -> side(call, false, false))
        .add("leftUTF8", call -> side(call, true, true))
        .add("rightUTF8", call -> side(call, true, false))
        .add("repeat", t -> t.anyCase(), SliceFunctions::repeat)
        .add("space", t -> t.anyCase().notFolded(), SliceFunctions::space);
  }

  private static long length(BytesLane lane, int row, boolean utf8) {
    return utf8 ? Utf8.count(lane.data(), lane.start(row), lane.end(row)) : lane.length(row);
  }

  /** Writes code points or bytes {@code [from, to)} of a row. */
  private static void slice(
      BytesLane lane, int row, boolean utf8, long from, long to, BytesBuffer out) {
    if (from < to) {
      int start = lane.start(row);
      int end = lane.end(row);
      int first = utf8 ? Utf8.advance(lane.data(), start, end, from) : (int) (start + from);
      int last = utf8 ? Utf8.advance(lane.data(), first, end, to - from) : (int) (start + to);
      out.write(lane.data(), first, last - first);
    }
    out.endRow();
  }

  private static long end(long size, long from, long count) {
    return count < 0 ? size + count : Math.min(size, saturatedSum(from, count));
  }

  /** The functions of code points take no FixedString. */
  private static CallSite text(CallSite call, boolean utf8) {
    return utf8 ? call.string(0) : call.text(0);
  }

  private static BoundFunction substring(CallSite call, boolean utf8) {
    text(call.arity(2, 3), utf8).integer(1);
    boolean bounded = call.size() == 3;
    boolean never = call.argument(1).isConstant() && !call.argument(0).isConstant();
    if (never && call.constantLong(1) == 0) {
      throw call.refuse(ErrorCode.ZERO_ARRAY_OR_TUPLE_INDEX, "Indices in strings are 1-based");
    }
    if (bounded) {
      call.integer(2);
    }
    return Bound.total(
        StringType.INSTANCE,
        invocation -> {
          BytesLane lane = BytesLane.of(invocation.argument(0));
          LongLane starts = LongLane.of(invocation.argument(1));
          LongLane lengths = bounded ? LongLane.of(invocation.argument(2)) : null;
          BytesBuffer out = invocation.scratch().bytes();
          for (int row = 0; row < invocation.rows(); row++) {
            long size = length(lane, row, utf8);
            long start = starts.at(row);
            long from = start > 0 ? start - 1 : size + start;
            long to = lengths == null ? size : end(size, from, lengths.at(row));
            boolean none = start == 0 || from >= size;
            slice(lane, row, utf8, Math.max(0, from), none ? 0 : to, out);
          }
          return out.toColumn(null);
        });
  }

  private static long saturatedSum(long a, long b) {
    long sum = a + b;
    return ((a ^ sum) & (b ^ sum)) < 0 ? Long.MAX_VALUE : sum;
  }

  private static BoundFunction side(CallSite call, boolean utf8, boolean left) {
    text(call.arity(2), utf8).integer(1);
    return Bound.total(
        StringType.INSTANCE,
        invocation -> {
          BytesLane lane = BytesLane.of(invocation.argument(0));
          LongLane counts = LongLane.of(invocation.argument(1));
          BytesBuffer out = invocation.scratch().bytes();
          for (int row = 0; row < invocation.rows(); row++) {
            long size = length(lane, row, utf8);
            long count = counts.at(row);
            long kept = Math.max(0, count < 0 ? size + count : Math.min(size, count));
            slice(lane, row, utf8, left ? 0 : size - kept, left ? kept : size, out);
          }
          return out.toColumn(null);
        });
  }

  private static BoundFunction repeat(CallSite call) {
    call.arity(2).string(0).integer(1);
    return Bound.of(
        StringType.INSTANCE,
        invocation -> {
          BytesLane lane = BytesLane.of(invocation.argument(0));
          LongLane counts = LongLane.of(invocation.argument(1));
          BytesBuffer out = invocation.scratch().bytes();
          for (int row = 0; row < invocation.rows(); row++) {
            Repetition.check("repeat", counts.at(row), lane.length(row));
            for (long i = 0; i < counts.at(row); i++) {
              out.write(lane.data(), lane.start(row), lane.length(row));
            }
            out.endRow();
          }
          return out.toColumn(null);
        });
  }

  private static BoundFunction space(CallSite call) {
    call.arity(1).integer(0);
    return Bound.of(
        StringType.INSTANCE,
        invocation -> {
          LongLane counts = LongLane.of(invocation.argument(0));
          BytesBuffer out = invocation.scratch().bytes();
          for (int row = 0; row < invocation.rows(); row++) {
            Repetition.check("space", counts.at(row), 1);
            for (long i = 0; i < counts.at(row); i++) {
              out.write(' ');
            }
            out.endRow();
          }
          return out.toColumn(null);
        });
  }
}
