// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.address;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
import io.twinhouse.engine.type.IpType;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The sixteen bytes of an address or identifier in the order in which they are written. */
final class Octets {

  private Octets() {}

  static long high(byte[] octets) {
    return word(octets, 0);
  }

  static long low(byte[] octets) {
    return word(octets, 8);
  }

  private static long word(byte[] octets, int from) {
    long word = 0;
    for (int i = 0; i < 8; i++) {
      word = word << 8 | octets[from + i] & 0xFF;
    }
    return word;
  }

  static byte[] of(long high, long low) {
    byte[] octets = new byte[16];
    for (int i = 0; i < 8; i++) {
      octets[i] = (byte) (high >>> 56 - 8 * i);
      octets[8 + i] = (byte) (low >>> 56 - 8 * i);
    }
    return octets;
  }

  /** Of a value of type IPv6, UUID or FixedString(16). */
  static byte[] at(Column column, int row) {
    if (column instanceof ConstantColumn constant) {
      return at(constant.value(), 0);
    }
    if (column instanceof WideColumn wide) {
      return of(wide.values()[2 * row + 1], wide.values()[2 * row]);
    }
    return ((BytesColumn) column.flatten()).bytes(row);
  }

  /** Reads the text of an address. */
  static final class Reader {
    private final ValueReader v4 =
        ValueReader.of(IpType.IPV4, TextStyle.RAW, new ReadOptions(ZoneOffset.UTC, false, true));
    private final ValueReader v6 =
        ValueReader.of(IpType.IPV6, TextStyle.RAW, new ReadOptions(ZoneOffset.UTC, false, true));

    /** The number of an IPv4 address, -1 if it is none. */
    long v4(byte[] data, int from, int to) {
      if (from == to || data[from] == ' ') {
        return -1;
      }
      ColumnBuilder out = ColumnBuilder.of(IpType.IPV4);
      return v4.tryReadWhole(data, from, to, out)
          ? ((LongColumn) out.build()).values()[0] & 0xFFFFFFFFL
          : -1;
    }

    /** The bytes of an IPv6 address, null if it is none. */
    byte @Nullable [] v6(byte[] data, int from, int to) {
      boolean colon = false;
      for (int i = from; i < to; i++) {
        colon |= data[i] == ':';
      }
      ColumnBuilder out = ColumnBuilder.of(IpType.IPV6);
      return colon && v6.tryReadWhole(data, from, to, out) ? at(out.build(), 0) : null;
    }
  }
}
