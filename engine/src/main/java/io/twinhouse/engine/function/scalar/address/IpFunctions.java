// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.address;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;

/** Addresses as numbers, as bytes and as text. */
public final class IpFunctions {

  private static final String[] SUFFIXES = {"", "OrDefault", "OrNull"};

  private IpFunctions() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("IP addresses");
    family.add("IPv4NumToString", t -> t.withAliases("INET_NTOA").anyCase(), c -> v4Text(c, false));
    family.add("IPv4NumToStringClassC", c -> v4Text(c, true));
    family.add("IPv6NumToString", t -> t.withAliases("INET6_NTOA").anyCase(), IpFunctions::v6Text);
    family.add("IPv4ToIPv6", IpFunctions::widened);
    for (int i = 0; i < SUFFIXES.length; i++) {
      int rule = i;
      family.add(
          "IPv4StringToNum" + SUFFIXES[i],
          t -> rule == 0 ? t.withAliases("INET_ATON").anyCase() : t,
          call -> v4Number(call, rule));
      family.add(
          "IPv6StringToNum" + SUFFIXES[i],
          t -> rule == 0 ? t.withAliases("INET6_ATON").anyCase() : t,
          call -> v6Bytes(call, rule));
    }
    family.add("isIPv4String", call -> test(call, true));
    family.add("isIPv6String", call -> test(call, false));
    family.add("cutIPv6", IpFunctions::cut);
    family.add("isIPAddressInRange", t -> t.ownNulls(), AddressRange::bind);
    family.add("IPv4CIDRToRange", AddressRange::v4);
    family.add("IPv6CIDRToRange", AddressRange::v6);
    return family;
  }

  /** Refuses what is neither an IPv4 nor an unsigned number of up to 32 bits. */
  static void checkV4(CallSite call) {
    Type base = call.base(0);
    boolean number =
        base.equals(IpType.IPV4)
            || (base instanceof IntegerType integer && !integer.signed() && integer.bits() <= 32);
    if (!number) {
      throw call.illegal(0);
    }
  }

  /** Refuses what is neither an IPv6 nor a FixedString(16). */
  static void checkV6(CallSite call) {
    boolean bytes =
        call.base(0).equals(IpType.IPV6)
            || (call.base(0) instanceof FixedStringType fixed && fixed.length() == 16);
    if (!bytes) {
      throw call.illegal(0);
    }
  }

  private static BoundFunction v4Text(CallSite call, boolean masked) {
    checkV4(call.arity(1));
    return Bound.total(
        StringType.INSTANCE,
        RowKernels.bytes(
            invocation -> {
              LongLane numbers = LongLane.of(invocation.argument(0));
              return (row, out) -> {
                byte[] text = v4Text(numbers.at(row), masked).getBytes(StandardCharsets.US_ASCII);
                out.write(text, 0, text.length);
              };
            }));
  }

  private static String v4Text(long number, boolean masked) {
    String last = masked ? "xxx" : Long.toString(number & 0xFF);
    return (number >>> 24 & 0xFF)
        + "."
        + (number >>> 16 & 0xFF)
        + "."
        + (number >>> 8 & 0xFF)
        + "."
        + last;
  }

  /** Writes bytes as the text of an IPv6 address. */
  private static byte[] v6Text(byte[] octets) {
    TextOutput text = new TextOutput();
    long[] words = {Octets.low(octets), Octets.high(octets)};
    ValueWriter.of(IpType.IPV6, TextStyle.RAW, ZoneOffset.UTC)
        .write(WideColumn.of(words, 2, 1, null), 0, text);
    return text.toBytes();
  }

  private static BoundFunction v6Text(CallSite call) {
    checkV6(call.arity(1));
    return Bound.total(
        StringType.INSTANCE,
        RowKernels.bytes(
            invocation -> {
              Column column = invocation.argument(0);
              return (row, out) -> {
                byte[] text = v6Text(Octets.at(column, row));
                out.write(text, 0, text.length);
              };
            }));
  }

  private static BoundFunction widened(CallSite call) {
    if (call.arity(1).base(0).equals(IntegerType.UINT32)) {
      return mapped();
    }
    if (!call.base(0).equals(IpType.IPV4)) {
      throw call.illegal(0);
    }
    return Bound.total(
        IpType.IPV6,
        invocation -> {
          LongLane numbers = LongLane.of(invocation.argument(0));
          long[] words = invocation.scratch().longs(2 * invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            words[2 * row] = 0xFFFF_0000_0000L | numbers.at(row);
            words[2 * row + 1] = 0;
          }
          return WideColumn.of(words, 2, invocation.rows(), null);
        });
  }

  /** The bytes of an IPv6 address, of an IPv4 one that is a number. */
  private static BoundFunction mapped() {
    return Bound.total(
        new FixedStringType(16),
        RowKernels.bytes(
            invocation -> {
              LongLane numbers = LongLane.of(invocation.argument(0));
              return (row, out) ->
                  out.write(Octets.of(0, 0xFFFF_0000_0000L | numbers.at(row)), 0, 16);
            }));
  }

  private static BoundFunction v4Number(CallSite call, int rule) {
    call.arity(1).string(0);
    Type type = rule == 2 ? IntegerType.UINT32.toNullable() : IntegerType.UINT32;
    return Bound.of(
        type,
        invocation -> {
          BytesLane texts = BytesLane.of(invocation.argument(0));
          Octets.Reader reader = new Octets.Reader();
          int rows = invocation.rows();
          long[] numbers = invocation.scratch().longs(rows);
          boolean[] failed = rule == 2 ? invocation.scratch().flags(rows) : null;
          for (int row = 0; row < rows; row++) {
            long number = reader.v4(texts.data(), texts.start(row), texts.end(row));
            if (number < 0 && rule == 0) {
              throw new TwinhouseException(ErrorCode.CANNOT_PARSE_IPV4, "Invalid IPv4 value");
            }
            numbers[row] = Math.max(0, number);
            if (failed != null) {
              failed[row] = number < 0;
            }
          }
          return LongColumn.of(numbers, rows, failed);
        });
  }

  private static BoundFunction v6Bytes(CallSite call, int rule) {
    call.arity(1).string(0);
    Type bytes = new FixedStringType(16);
    return Bound.of(
        rule == 2 ? bytes.toNullable() : bytes,
        invocation -> {
          BytesLane texts = BytesLane.of(invocation.argument(0));
          Octets.Reader reader = new Octets.Reader();
          boolean[] failed = rule == 2 ? invocation.scratch().flags(invocation.rows()) : null;
          io.twinhouse.engine.column.BytesBuffer out = invocation.scratch().bytes();
          for (int row = 0; row < invocation.rows(); row++) {
            byte[] octets = bytes(reader, texts, row);
            if (octets == null && rule == 0) {
              throw new TwinhouseException(ErrorCode.CANNOT_PARSE_IPV6, "Invalid IPv6 value");
            }
            if (failed != null) {
              failed[row] = octets == null;
            }
            out.append(octets == null ? new byte[16] : octets, 0, 16);
          }
          return out.toColumn(failed);
        });
  }

  private static byte @org.jspecify.annotations.Nullable [] bytes(
      Octets.Reader reader, BytesLane texts, int row) {
    long v4 = reader.v4(texts.data(), texts.start(row), texts.end(row));
    return v4 >= 0
        ? Octets.of(0, 0xFFFF_0000_0000L | v4)
        : reader.v6(texts.data(), texts.start(row), texts.end(row));
  }

  private static BoundFunction test(CallSite call, boolean v4) {
    call.arity(1).string(0);
    return Bound.total(
        IntegerType.UINT8,
        invocation -> {
          Octets.Reader reader = new Octets.Reader();
          return Operands.bytesToLong(
                  (data, from, to) ->
                      (v4 ? reader.v4(data, from, to) >= 0 : reader.v6(data, from, to) != null)
                          ? 1
                          : 0)
              .evaluate(invocation);
        });
  }

  /** The last bytes as zeros: so many of an IPv6 address, so many of one that holds an IPv4. */
  private static BoundFunction cut(CallSite call) {
    checkV6(call.arity(3));
    int[] counts = new int[3];
    for (int i = 1; i < 3; i++) {
      if (!call.base(i).equals(IntegerType.UINT8)) {
        throw call.illegal(i);
      }
      counts[i] = (int) call.constantLong(i);
      if (counts[i] > 16) {
        throw call.illegal(i);
      }
    }
    return Bound.total(
        StringType.INSTANCE,
        RowKernels.bytes(
            invocation -> {
              Column column = invocation.argument(0);
              return (row, out) -> {
                byte[] octets = Octets.at(column, row).clone();
                boolean v4 = Octets.high(octets) == 0 && Octets.low(octets) >>> 32 == 0xFFFFL;
                int kept = 16 - counts[v4 ? 2 : 1];
                Arrays.fill(octets, kept, 16, (byte) 0);
                byte[] text = v6Text(octets);
                out.write(text, 0, text.length);
              };
            }));
  }
}
