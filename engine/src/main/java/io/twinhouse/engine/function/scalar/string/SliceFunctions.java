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
import io.twinhouse.engine.type.IntegerType;
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

  /** Writes bytes {@code [from, to)} of a row. */
  private static void slice(BytesLane lane, int row, long from, long to, BytesBuffer out) {
    if (from < to) {
      out.write(lane.data(), (int) (lane.start(row) + from), (int) (to - from));
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
          if (utf8 && CodePointSlices.isFor(lane, invocation.rows())) {
            new CodePointSlices(lane, out).substring(starts, lengths, invocation.rows());
            return out.toColumn(null);
          }
          for (int row = 0; row < invocation.rows(); row++) {
            long size = lane.length(row);
            long start = starts.at(row);
            long from = start > 0 ? start - 1 : size + start;
            long to = lengths == null ? size : end(size, from, lengths.at(row));
            boolean none = start == 0 || from >= size;
            slice(lane, row, Math.max(0, from), none ? 0 : to, out);
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
    boolean cut = !call.argument(1).isConstant() || call.argument(0).isConstant();
    return Bound.total(
        StringType.INSTANCE,
        invocation -> {
          BytesLane lane = BytesLane.of(invocation.argument(0));
          LongLane counts = LongLane.of(invocation.argument(1));
          BytesBuffer out = invocation.scratch().bytes();
          if (utf8 && CodePointSlices.isFor(lane, invocation.rows())) {
            CodePointSlices points = new CodePointSlices(lane, out);
            if (left) {
              points.left(counts, invocation.rows());
            } else {
              points.right(counts, cut, invocation.rows());
            }
            return out.toColumn(null);
          }
          for (int row = 0; row < invocation.rows(); row++) {
            long size = lane.length(row);
            long count = counts.at(row);
            long kept = Math.max(0, count < 0 ? size + count : Math.min(size, count));
            slice(lane, row, left ? 0 : size - kept, left ? kept : size, out);
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
    boolean unsigned = call.base(0).equals(IntegerType.UINT64);
    return Bound.of(
        StringType.INSTANCE,
        invocation -> {
          LongLane counts = LongLane.of(invocation.argument(0));
          BytesBuffer out = invocation.scratch().bytes();
          for (int row = 0; row < invocation.rows(); row++) {
            long count = counts.at(row);
            Repetition.check("space", unsigned && count < 0 ? Long.MAX_VALUE : count, 1);
            for (long i = 0; i < count; i++) {
              out.write(' ');
            }
            out.endRow();
          }
          return out.toColumn(null);
        });
  }
}
