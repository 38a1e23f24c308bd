// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.string;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.function.define.Refused;
import io.twinhouse.engine.type.StringType;
import java.util.HashMap;
import java.util.Map;

/** translate and translateUTF8: sign by sign, signs without a counterpart left out. */
final class TranslateFunctions {

  private TranslateFunctions() {}

  static FunctionFamily family() {
    return new FunctionFamily("Strings: translating")
        .add("translate", TranslateFunctions::bytes)
        .add("translateUTF8", TranslateFunctions::points);
  }

  private static CallSite checked(CallSite call) {
    return call.arity(3).text(0).string(1).string(2);
  }

  private static BoundFunction bytes(CallSite call) {
    byte[] from = checked(call).constantBytes(1);
    byte[] to = call.constantBytes(2);
    if (!isAscii(from) || !isAscii(to)) {
      return new Refused(
          StringType.INSTANCE,
          call.refuse(ErrorCode.BAD_ARGUMENTS, "Second and third arguments must be ASCII strings"));
    }
    checkSizes(call, from.length, to.length);
    int[] map = new int[256];
    for (int i = 0; i < 256; i++) {
      map[i] = i;
    }
    for (int i = 0; i < from.length; i++) {
      map[from[i]] = i < to.length ? to[i] : -1;
    }
    boolean fixed = !(call.base(0) instanceof StringType);
    if (fixed && to.length < from.length) {
      throw call.notImplemented("FixedString when signs are left out");
    }
    return Bound.total(
        call.base(0),
        Operands.bytes(
            (data, start, end, out) -> {
              for (int i = start; i < end; i++) {
                int mapped = map[data[i] & 0xFF];
                if (mapped >= 0) {
                  out.write(mapped);
                }
              }
            }));
  }

  private static boolean isAscii(byte[] text) {
    for (byte b : text) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  private static void checkSizes(CallSite call, int from, int to) {
    if (from < to) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS,
          "Second argument of function "
              + call.name()
              + " must not be shorter than the third argument. Size of the second argument: "
              + from
              + ", size of the third argument: "
              + to);
    }
  }

  private static BoundFunction points(CallSite call) {
    checked(call);
    int[] from = call.constantText(1).codePoints().toArray();
    int[] to = call.constantText(2).codePoints().toArray();
    if (!(call.base(0) instanceof StringType)) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS, "Function translateUTF8 does not support FixedString argument");
    }
    checkSizes(call, from.length, to.length);
    Map<Integer, byte[]> map = new HashMap<>();
    for (int i = 0; i < from.length; i++) {
      String mapped = i < to.length ? Character.toString(to[i]) : "";
      map.put(from[i], mapped.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return Bound.total(
        StringType.INSTANCE,
        Operands.bytes(
            (data, start, end, out) -> {
              int at = start;
              while (at < end) {
                int length = Utf8.validLength(data, at, end);
                int point = length == 0 ? -1 : Utf8.point(data, at, length);
                byte[] mapped = map.get(point);
                length = Math.max(1, length);
                if (mapped == null) {
                  out.write(data, at, length);
                } else {
                  out.write(mapped, 0, mapped.length);
                }
                at += length;
              }
            }));
  }
}
