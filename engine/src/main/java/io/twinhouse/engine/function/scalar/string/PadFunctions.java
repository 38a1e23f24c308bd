// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.string;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.StringType;

/** leftPad, rightPad and their UTF-8 kin: cut to a length or filled up to it. */
final class PadFunctions {

  private static final long LONGEST = 1_000_000;

  private PadFunctions() {}

  static FunctionFamily family() {
    return new FunctionFamily("Strings: padding")
        .add(
            "leftPad",
            t -> t.withAliases("lpad").anyCase().notFolded(),
            call -> pad(call, true, false))
        .add(
            "rightPad",
            t -> t.withAliases("rpad").anyCase().notFolded(),
            call -> pad(call, false, false))
        .add("leftPadUTF8", t -> t.notFolded(), call -> pad(call, true, true))
        .add("rightPadUTF8", t -> t.notFolded(), call -> pad(call, false, true));
  }

  private static BoundFunction pad(CallSite call, boolean left, boolean utf8) {
    call.arity(2, 3).text(0).integer(1);
    byte[] given = call.size() == 3 ? call.string(2).constantBytes(2) : new byte[0];
    Filling filling = new Filling(given.length == 0 ? new byte[] {' '} : given, left, utf8);
    return Bound.of(
        StringType.INSTANCE,
        RowKernels.bytes(
            invocation -> {
              BytesLane texts = BytesLane.of(invocation.argument(0));
              LongLane lengths = LongLane.of(invocation.argument(1));
              return (row, out) -> {
                int length = (int) checked(call.name(), lengths.at(row));
                filling.write(texts.data(), texts.start(row), texts.end(row), length, out);
              };
            }));
  }

  private static long checked(String name, long length) {
    if (length < 0) {
      throw new TwinhouseException(
          ErrorCode.INDEX_OF_POSITIONAL_ARGUMENT_IS_OUT_OF_RANGE,
          name + ": new padded length (" + length + ") is negative");
    }
    if (length > LONGEST) {
      throw new TwinhouseException(
          ErrorCode.TOO_LARGE_STRING_SIZE,
          name + ": new padded length (" + length + ") is too big, maximum is: " + LONGEST);
    }
    return length;
  }

  private record Filling(byte[] fill, boolean left, boolean utf8) {

    void write(byte[] data, int from, int to, int length, BytesBuffer out) {
      int has = utf8 ? Utf8.count(data, from, to) : to - from;
      if (has >= length) {
        int end = utf8 ? Utf8.advance(data, from, to, length) : from + length;
        out.write(data, from, end - from);
        return;
      }
      if (left) {
        writeFill(length - has, out);
      }
      out.write(data, from, to - from);
      if (!left) {
        writeFill(length - has, out);
      }
    }

    private void writeFill(int count, BytesBuffer out) {
      int unit = utf8 ? Utf8.count(fill, 0, fill.length) : fill.length;
      int rest = count;
      for (; rest >= unit && unit > 0; rest -= unit) {
        out.write(fill, 0, fill.length);
      }
      out.write(fill, 0, utf8 ? Utf8.advance(fill, 0, fill.length, rest) : rest);
    }
  }
}
