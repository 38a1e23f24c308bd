// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.string;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;

/** Whether bytes are text, and what kinds of bytes there are. */
final class ValidityFunctions {

  private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

  private ValidityFunctions() {}

  static FunctionFamily family() {
    return new FunctionFamily("Strings: bytes")
        .add(
            "isValidUTF8",
            call -> number(call, IntegerType.UINT8, (d, f, t) -> Utf8.isValid(d, f, t) ? 1 : 0))
        .add(
            "isValidASCII",
            t -> t.withAliases("isASCII").anyCase(),
            call -> number(call, IntegerType.UINT8, ValidityFunctions::ascii))
        .add("toValidUTF8", ValidityFunctions::toValid)
        .add(
            "CRC32IEEE",
            t -> t.anyCase(),
            call -> number(call, IntegerType.UINT32, (d, f, t) -> crc(d, f, t, 0xEDB88320L)))
        .add(
            "CRC64",
            t -> t.anyCase(),
            call ->
                number(call, IntegerType.UINT64, (d, f, t) -> crc(d, f, t, 0xC96C5795D7870F42L)))
        .add(
            "stringBytesUniq",
            call ->
                number(call.arity(1).string(0), IntegerType.UINT16, (d, f, t) -> uniq(d, f, t)));
  }

  private static BoundFunction number(CallSite call, Type result, Operands.BytesToLong function) {
    call.arity(1).text(0);
    return Bound.total(result, Operands.bytesToLong(function));
  }

  private static long ascii(byte[] data, int from, int to) {
    for (int i = from; i < to; i++) {
      if (data[i] < 0) {
        return 0;
      }
    }
    return 1;
  }

  private static BoundFunction toValid(CallSite call) {
    call.arity(1).text(0);
    if (!(call.base(0) instanceof StringType)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_COLUMN,
          "Column of type FixedString is not supported by toValidUTF8 function");
    }
    return Bound.total(StringType.INSTANCE, Operands.bytes(ValidityFunctions::toValid));
  }

  /** A run of bytes that are no text becomes one sign. */
  private static void toValid(byte[] data, int from, int to, BytesBuffer out) {
    boolean inside = false;
    int at = from;
    while (at < to) {
      int length = Utf8.validLength(data, at, to);
      if (length > 0) {
        out.write(data, at, length);
      } else if (!inside) {
        out.write(REPLACEMENT, 0, REPLACEMENT.length);
      }
      inside = length == 0;
      at += Math.max(1, length);
    }
  }

  /** A reflected CRC that begins with nothing and is not inverted at the end. */
  private static long crc(byte[] data, int from, int to, long polynomial) {
    long crc = 0;
    for (int i = from; i < to; i++) {
      crc ^= data[i] & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ polynomial;
      }
    }
    return crc;
  }

  private static int[] counts(byte[] data, int from, int to) {
    int[] counts = new int[256];
    for (int i = from; i < to; i++) {
      counts[data[i] & 0xFF]++;
    }
    return counts;
  }

  private static long uniq(byte[] data, int from, int to) {
    long kinds = 0;
    for (int count : counts(data, from, to)) {
      kinds += count > 0 ? 1 : 0;
    }
    return kinds;
  }
}
