// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.address;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import java.util.List;

/** Networks, written as an address and how many of its bits count. */
final class AddressRange {

  private AddressRange() {}

  private static void checkBits(CallSite call) {
    if (!call.base(1).equals(IntegerType.UINT8)) {
      throw call.illegal(1);
    }
  }

  static BoundFunction v4(CallSite call) {
    IpFunctions.checkV4(call.arity(2));
    checkBits(call);
    return Bound.total(
        TupleType.of(List.of(IpType.IPV4, IpType.IPV4)),
        invocation -> {
          LongLane numbers = LongLane.of(invocation.argument(0));
          LongLane bits = LongLane.of(invocation.argument(1));
          int rows = invocation.rows();
          long[] low = new long[rows];
          long[] high = new long[rows];
          for (int row = 0; row < rows; row++) {
            long rest = 0xFFFFFFFFL >>> Math.min(32, bits.at(row));
            low[row] = numbers.at(row) & ~rest;
            high[row] = numbers.at(row) | rest;
          }
          return pair(LongColumn.of(low, rows, null), LongColumn.of(high, rows, null), rows);
        });
  }

  static BoundFunction v6(CallSite call) {
    IpFunctions.checkV6(call.arity(2));
    checkBits(call);
    return Bound.total(
        TupleType.of(List.of(IpType.IPV6, IpType.IPV6)),
        invocation -> {
          Column column = invocation.argument(0);
          LongLane bits = LongLane.of(invocation.argument(1));
          int rows = invocation.rows();
          long[] low = new long[2 * rows];
          long[] high = new long[2 * rows];
          for (int row = 0; row < rows; row++) {
            byte[] octets = Octets.at(column, row);
            long[] rest = rest((int) Math.min(128, bits.at(row)));
            low[2 * row + 1] = Octets.high(octets) & ~rest[0];
            low[2 * row] = Octets.low(octets) & ~rest[1];
            high[2 * row + 1] = Octets.high(octets) | rest[0];
            high[2 * row] = Octets.low(octets) | rest[1];
          }
          return pair(WideColumn.of(low, 2, rows, null), WideColumn.of(high, 2, rows, null), rows);
        });
  }

  private static Column pair(Column first, Column second, int rows) {
    return TupleColumn.of(List.of(first, second), rows);
  }

  /** The bits behind the first {@code bits}, high word first. */
  private static long[] rest(int bits) {
    long high = bits >= 64 ? 0 : -1L >>> bits;
    long low = bits >= 128 ? 0 : bits <= 64 ? -1L : -1L >>> bits - 64;
    return new long[] {high, low};
  }

  static BoundFunction bind(CallSite call) {
    call.arity(2).string(1);
    if (call.type(1).isNullable() || call.base(0) instanceof NothingType) {
      throw call.illegal(0);
    }
    if (call.base(0) instanceof IpType) {
      throw call.notImplemented(call.type(0).name());
    }
    if (!(call.base(0) instanceof StringType)) {
      throw call.illegal(0);
    }
    return Bound.of(
        IntegerType.UINT8,
        RowKernels.longs(
            invocation -> {
              BytesLane texts = BytesLane.of(invocation.argument(0));
              BytesLane networks = BytesLane.of(invocation.argument(1));
              Octets.Reader reader = new Octets.Reader();
              Column given = invocation.argument(0);
              return row -> {
                if (given.isNull(row)) {
                  return 0;
                }
                Address address = address(reader, texts.data(), texts.start(row), texts.end(row));
                return contains(reader, networks, row, address) ? 1 : 0;
              };
            }));
  }

  private record Address(boolean v4, long high, long low) {}

  private static Address address(Octets.Reader reader, byte[] data, int from, int to) {
    long v4 = reader.v4(data, from, to);
    if (v4 >= 0) {
      return new Address(true, 0, v4);
    }
    byte[] v6 = reader.v6(data, from, to);
    if (v6 == null) {
      throw wrong("Neither IPv4 nor IPv6 address: '" + text(data, from, to) + "'");
    }
    return new Address(false, Octets.high(v6), Octets.low(v6));
  }

  private static boolean contains(
      Octets.Reader reader, BytesLane networks, int row, Address address) {
    byte[] data = networks.data();
    int from = networks.start(row);
    int to = networks.end(row);
    int slash = to - 1;
    while (slash >= from && data[slash] != '/') {
      slash--;
    }
    if (slash < from) {
      throw wrong("The text does not contain '/': " + text(data, from, to));
    }
    Address network = address(reader, data, from, slash);
    int bits = bits(data, slash + 1, to);
    if (bits < 0 || bits > (network.v4 ? 32 : 128)) {
      throw wrong("The CIDR has a malformed prefix bits: " + text(data, from, to));
    }
    if (network.v4 != address.v4) {
      return false;
    }
    long[] rest = rest(network.v4 ? 96 + bits : bits);
    return ((network.high ^ address.high) & ~rest[0]) == 0
        && ((network.low ^ address.low) & ~rest[1] & (network.v4 ? 0xFFFFFFFFL : -1L)) == 0;
  }

  private static int bits(byte[] data, int from, int to) {
    int bits = from == to || to - from > 3 ? -1 : 0;
    for (int at = from; at < to && bits >= 0; at++) {
      bits = data[at] < '0' || data[at] > '9' ? -1 : bits * 10 + data[at] - '0';
    }
    return bits;
  }

  private static String text(byte[] data, int from, int to) {
    return new String(data, from, to - from, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static TwinhouseException wrong(String what) {
    return new TwinhouseException(ErrorCode.CANNOT_PARSE_TEXT, what);
  }
}
