// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.string;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.type.StringType;

/** trim, trimLeft, trimRight: blanks, or any of the given bytes. */
final class TrimFunctions {

  private TrimFunctions() {}

  static FunctionFamily family() {
    return new FunctionFamily("Strings: trimming")
        .add("trimBoth", t -> t.withAliases("trim").anyCase(), call -> trim(call, true, true))
        .add("trimLeft", t -> t.withAliases("ltrim").anyCase(), call -> trim(call, true, false))
        .add("trimRight", t -> t.withAliases("rtrim").anyCase(), call -> trim(call, false, true))
        .add("appendTrailingCharIfAbsent", TrimFunctions::append);
  }

  private static BoundFunction trim(CallSite call, boolean left, boolean right) {
    call.arity(1, 2).text(0);
    boolean[] trimmed = new boolean[256];
    String characters = call.size() == 2 ? call.constantText(1) : " ";
    for (byte b : characters.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      trimmed[b & 0xFF] = true;
    }
    return Bound.total(
        StringType.INSTANCE,
        invocation -> {
          BytesLane lane = BytesLane.of(invocation.argument(0));
          byte[] data = lane.data();
          BytesBuffer out = invocation.scratch().bytes();
          for (int row = 0; row < invocation.rows(); row++) {
            int from = lane.start(row);
            int to = lane.end(row);
            while (left && from < to && trimmed[data[from] & 0xFF]) {
              from++;
            }
            while (right && from < to && trimmed[data[to - 1] & 0xFF]) {
              to--;
            }
            out.append(data, from, to - from);
          }
          return out.toColumn(null);
        });
  }

  private static BoundFunction append(CallSite call) {
    call.arity(2).string(0);
    byte[] suffix = call.constantText(1).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    if (suffix.length != 1) {
      throw call.refuse(
          io.twinhouse.engine.error.ErrorCode.BAD_ARGUMENTS,
          "Second argument of function " + call.name() + " must be a one-character string");
    }
    return Bound.total(
        StringType.INSTANCE,
        io.twinhouse.engine.function.define.Operands.bytes(
            (data, from, to, out) -> {
              out.write(data, from, to - from);
              if (to > from && data[to - 1] != suffix[0]) {
                out.write(suffix[0]);
              }
            }));
  }
}
