// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.encode;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.type.StringType;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Base32, Base58 and the URL kind of Base64. */
public final class BaseFunctions {

  private static final String DIGITS_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final String DIGITS_58 =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final int MOST_BYTES_58 = 10_000;
  private static final BigInteger BASE_58 = BigInteger.valueOf(58);

  private BaseFunctions() {}

  /** Decodes a text, or gives null for what is none. */
  private interface Decoder {
    byte @Nullable [] decode(byte[] text);
  }

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Encoding: bases");
    family.add("base32Encode", call -> total(call, BaseFunctions::encode32));
    family.add("base32Decode", call -> decode(call, true, BaseFunctions::decode32));
    family.add("tryBase32Decode", call -> decode(call, false, BaseFunctions::decode32));
    family.add("base58Encode", BaseFunctions::encoder58);
    family.add(
        "base58Decode",
        call -> decode(call.arity(1, 1), true, text -> decode58(shortEnough(call, text))));
    family.add("tryBase58Decode", call -> decode(call.arity(1, 1), false, BaseFunctions::decode58));
    family.add("base64URLDecode", call -> decode(call, true, BaseFunctions::decode64Url));
    family.add("tryBase64URLDecode", call -> decode(call, false, BaseFunctions::decode64Url));
    return family;
  }

  private static BoundFunction total(CallSite call, Operands.BytesToBytes function) {
    call.arity(1).text(0);
    return Bound.total(StringType.INSTANCE, Operands.bytes(function));
  }

  private static BoundFunction encoder58(CallSite call) {
    call.arity(1).text(0);
    return Bound.of(
        StringType.INSTANCE,
        Operands.bytes(
            (data, from, to, out) -> {
              byte[] text = shortEnough(call, Arrays.copyOfRange(data, from, to));
              encode58(text, 0, text.length, out);
            }));
  }

  /** The time that base 58 takes grows with the square of a text's length. */
  private static byte[] shortEnough(CallSite call, byte[] text) {
    if (text.length > MOST_BYTES_58) {
      throw new TwinhouseException(
          ErrorCode.TOO_LARGE_STRING_SIZE,
          "Too large input for function "
              + call.name()
              + ": "
              + text.length
              + " bytes, maximum is "
              + MOST_BYTES_58
              + " bytes");
    }
    return text;
  }

  private static BoundFunction decode(CallSite call, boolean strict, Decoder decoder) {
    call.arity(1).text(0);
    return Bound.of(
        StringType.INSTANCE,
        Operands.bytes(
            (data, from, to, out) -> {
              byte[] decoded = decoder.decode(Arrays.copyOfRange(data, from, to));
              if (decoded != null) {
                out.write(decoded, 0, decoded.length);
              } else if (strict) {
                throw invalid(call.name(), data, from, to);
              }
            }));
  }

  private static TwinhouseException invalid(String name, byte[] data, int from, int to) {
    String value = new String(data, from, to - from, StandardCharsets.UTF_8);
    return new TwinhouseException(
        ErrorCode.INCORRECT_DATA, "Invalid " + name + " value (" + value + "), cannot be decoded");
  }

  private static void encode32(byte[] data, int from, int to, BytesBuffer out) {
    for (int at = from; at < to; at += 5) {
      int count = Math.min(5, to - at);
      long bits = 0;
      for (int i = 0; i < 5; i++) {
        bits = bits << 8 | (i < count ? data[at + i] & 0xFF : 0);
      }
      int digits = (count * 8 + 4) / 5;
      for (int i = 0; i < 8; i++) {
        out.write(i < digits ? DIGITS_32.charAt((int) (bits >>> 35 - 5 * i & 31)) : '=');
      }
    }
  }

  private static byte @Nullable [] decode32(byte[] text) {
    if (text.length % 8 != 0) {
      return null;
    }
    int end = text.length;
    while (end > 0 && text.length - end < 6 && text[end - 1] == '=') {
      end--;
    }
    int rest = end % 8;
    if (rest == 1 || rest == 3 || rest == 6) {
      return null;
    }
    byte[] decoded = new byte[end * 5 / 8];
    long bits = 0;
    int count = 0;
    int written = 0;
    for (int at = 0; at < end; at++) {
      int digit = text[at] < 0 ? -1 : DIGITS_32.indexOf(text[at]);
      if (digit < 0) {
        return null;
      }
      bits = bits << 5 | digit;
      count += 5;
      if (count >= 8) {
        count -= 8;
        decoded[written++] = (byte) (bits >>> count);
        bits &= (1L << count) - 1;
      }
    }
    return bits == 0 ? decoded : null;
  }

  private static void encode58(byte[] data, int from, int to, BytesBuffer out) {
    int at = from;
    for (; at < to && data[at] == 0; at++) {
      out.write('1');
    }
    BigInteger number = new BigInteger(1, Arrays.copyOfRange(data, at, to));
    StringBuilder digits = new StringBuilder();
    while (number.signum() > 0) {
      BigInteger[] parts = number.divideAndRemainder(BASE_58);
      digits.append(DIGITS_58.charAt(parts[1].intValue()));
      number = parts[0];
    }
    byte[] encoded = digits.reverse().toString().getBytes(StandardCharsets.US_ASCII);
    out.write(encoded, 0, encoded.length);
  }

  private static byte @Nullable [] decode58(byte[] text) {
    if (text.length > MOST_BYTES_58) {
      return null;
    }
    int zeros = 0;
    while (zeros < text.length && text[zeros] == '1') {
      zeros++;
    }
    BigInteger number = BigInteger.ZERO;
    for (int at = zeros; at < text.length; at++) {
      int digit = text[at] < 0 ? -1 : DIGITS_58.indexOf(text[at]);
      if (digit < 0) {
        return null;
      }
      number = number.multiply(BASE_58).add(BigInteger.valueOf(digit));
    }
    byte[] bytes = number.signum() == 0 ? new byte[0] : number.toByteArray();
    int sign = bytes.length > 0 && bytes[0] == 0 ? 1 : 0;
    byte[] decoded = new byte[zeros + bytes.length - sign];
    System.arraycopy(bytes, sign, decoded, zeros, bytes.length - sign);
    return decoded;
  }

  /** Both alphabets, blanks between, and the padding left away are all right. */
  private static byte @Nullable [] decode64Url(byte[] text) {
    byte[] plain = new byte[text.length + 3];
    int length = 0;
    for (byte b : text) {
      if (b != ' ' && b != '\n' && b != '\t' && b != '\r') {
        plain[length++] = b == '-' ? (byte) '+' : b == '_' ? (byte) '/' : b;
      }
    }
    while (length % 4 != 0) {
      plain[length++] = '=';
    }
    try {
      return Base64.getDecoder().decode(Arrays.copyOf(plain, length));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
