// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.encode;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.convert.Conversions;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Encodings of bytes in text. */
public final class EncodingFunctions {

  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  private EncodingFunctions() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Encoding");
    family.add("hex", t -> t.anyCase(), call -> digits(call, EncodingFunctions::hex));
    family.add("bin", t -> t.anyCase(), call -> digits(call, EncodingFunctions::bin));
    text(family, "unhex", true, EncodingFunctions::unhex);
    text(family, "unbin", true, EncodingFunctions::unbin);
    family.add("char", t -> t.anyCase(), EncodingFunctions::characters);
    family.add(
        "ascii",
        t -> t.anyCase(),
        call -> {
          checked(call);
          return Bound.total(
              IntegerType.INT32,
              Operands.bytesToLong((data, from, to) -> from == to ? 0 : data[from] & 0xFF));
        });
    base64(family);
    percent(
        family, "encodeURLComponent", (d, f, t, out) -> PercentText.encode(d, f, t, false, out));
    percent(
        family, "encodeURLFormComponent", (d, f, t, out) -> PercentText.encode(d, f, t, true, out));
    percent(
        family, "decodeURLComponent", (d, f, t, out) -> PercentText.decode(d, f, t, false, out));
    percent(
        family, "decodeURLFormComponent", (d, f, t, out) -> PercentText.decode(d, f, t, true, out));
    return family;
  }

  private static CallSite checked(CallSite call) {
    return call.arity(1).text(0);
  }

  /** The server's functions of percent signs take no column of FixedString. */
  private static void percent(FunctionFamily family, String name, Operands.BytesToBytes function) {
    family.add(
        name,
        call -> {
          checked(call).noFixedString(0);
          return Bound.of(StringType.INSTANCE, Operands.bytes(function));
        });
  }

  private static void text(
      FunctionFamily family, String name, boolean anyCase, Operands.BytesToBytes function) {
    family.add(
        name,
        t -> anyCase ? t.anyCase() : t,
        call -> {
          checked(call);
          return Bound.of(StringType.INSTANCE, Operands.bytes(function));
        });
  }

  /** Prints one byte. */
  private interface ByteText {
    void write(int value, BytesBuffer out);
  }

  private static BoundFunction digits(CallSite call, ByteText text) {
    NativeBytes bytes = NativeBytes.of(call.arity(1), 0);
    return Bound.total(
        StringType.INSTANCE,
        invocation -> {
          Column column = invocation.flat(0);
          BytesBuffer out = invocation.scratch().bytes();
          for (int row = 0; row < invocation.rows(); row++) {
            for (byte value : bytes.of(column, row)) {
              text.write(value & 0xFF, out);
            }
            out.endRow();
          }
          return out.toColumn(null);
        });
  }

  private static void hex(int value, BytesBuffer out) {
    out.write(HEX[value >> 4]);
    out.write(HEX[value & 15]);
  }

  private static void bin(int value, BytesBuffer out) {
    for (int bit = 7; bit >= 0; bit--) {
      out.write('0' + (value >> bit & 1));
    }
  }

  /** A digit that is none counts as 255, as the server's table has it. */
  private static int digit(byte value) {
    int digit = value < 0 ? -1 : Character.digit(value, 16);
    return digit < 0 ? 255 : digit;
  }

  private static void unhex(byte[] data, int from, int to, BytesBuffer out) {
    int at = from;
    if ((to - from) % 2 == 1) {
      out.write(digit(data[at++]));
    }
    for (; at < to; at += 2) {
      out.write(digit(data[at]) * 16 + digit(data[at + 1]));
    }
  }

  private static void unbin(byte[] data, int from, int to, BytesBuffer out) {
    int at = from;
    int first = (to - from) % 8;
    while (at < to) {
      int count = first > 0 ? first : 8;
      first = 0;
      int value = 0;
      for (int i = 0; i < count; i++) {
        // Every sign but 0 counts as 1.
        value = value << 1 | (data[at++] == '0' ? 0 : 1);
      }
      out.write(value);
    }
  }

  private static BoundFunction characters(CallSite call) {
    call.arity(1, Integer.MAX_VALUE);
    Conversion[] conversions = new Conversion[call.size()];
    for (int i = 0; i < conversions.length; i++) {
      Type base = call.base(i);
      if (!(base instanceof IntegerType) && !(base instanceof FloatType)) {
        throw call.illegal(i);
      }
      conversions[i] = Conversions.of(base, IntegerType.UINT32, call.context().zone());
    }
    return Bound.of(
        StringType.INSTANCE,
        invocation -> {
          LongLane[] lanes = new LongLane[conversions.length];
          for (int i = 0; i < lanes.length; i++) {
            lanes[i] = LongLane.of(conversions[i].convert(invocation.argument(i)));
          }
          BytesBuffer out = invocation.scratch().bytes();
          for (int row = 0; row < invocation.rows(); row++) {
            for (LongLane lane : lanes) {
              out.write((int) lane.at(row));
            }
            out.endRow();
          }
          return out.toColumn(null);
        });
  }

  private static void base64(FunctionFamily family) {
    family.add(
        "base64Encode",
        t -> t.withAliases("TO_BASE64").anyCase(),
        call -> {
          checked(call);
          return Bound.total(StringType.INSTANCE, Operands.bytes(encoder(Base64.getEncoder())));
        });
    family.add(
        "base64Decode",
        t -> t.withAliases("FROM_BASE64").anyCase(),
        call -> {
          checked(call);
          return Bound.of(
              StringType.INSTANCE, Operands.bytes(decoder(Base64.getDecoder(), call.name())));
        });
    text(family, "tryBase64Decode", true, decoder(Base64.getDecoder(), null));
    text(family, "base64URLEncode", true, encoder(Base64.getUrlEncoder().withoutPadding()));
  }

  private static Operands.BytesToBytes encoder(Base64.Encoder encoder) {
    return (data, from, to, out) -> {
      byte[] encoded = encoder.encode(Arrays.copyOfRange(data, from, to));
      out.write(encoded, 0, encoded.length);
    };
  }

  /**
   * @param name who complains of what cannot be decoded; null if nobody does
   */
  private static Operands.BytesToBytes decoder(
      Base64.Decoder decoder, @org.jspecify.annotations.Nullable String name) {
    return (data, from, to, out) -> {
      byte[] plain = withoutBlanks(data, from, to);
      byte[] decoded = null;
      if (plain.length % 4 == 0) {
        try {
          decoded = decoder.decode(plain);
        } catch (IllegalArgumentException e) {
          decoded = null;
        }
      }
      if (decoded != null) {
        out.write(decoded, 0, decoded.length);
      } else if (name != null) {
        throw new TwinhouseException(
            ErrorCode.INCORRECT_DATA,
            "Invalid "
                + name
                + " value ("
                + new String(data, from, to - from, StandardCharsets.UTF_8)
                + "), cannot be decoded");
      }
    };
  }

  private static byte[] withoutBlanks(byte[] data, int from, int to) {
    byte[] plain = new byte[to - from];
    int length = 0;
    for (int at = from; at < to; at++) {
      if (data[at] != ' ' && data[at] != '\n' && data[at] != '\t' && data[at] != '\r') {
        plain[length++] = data[at];
      }
    }
    return Arrays.copyOf(plain, length);
  }
}
