// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Type;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.ZoneOffset;
import java.util.Arrays;

/** How values of physical types become values of lanes. */
final class LeafAppenders {

  static final LeafValue.Appender SINGLE =
      (cell, into) -> into.appendDouble(Float.intBitsToFloat((int) cell.bits));
  static final LeafValue.Appender DOUBLE =
      (cell, into) -> into.appendDouble(Double.longBitsToDouble(cell.bits));
  static final LeafValue.Appender TEXT =
      (cell, into) -> into.appendBytes(cell.data, cell.from, cell.length);

  /** Nanoseconds of the day and the Julian day, as Spark and Impala wrote times (INT96). */
  static final LeafValue.Appender JULIAN =
      (cell, into) -> {
        ByteBuffer bytes = ByteBuffer.wrap(cell.data).order(ByteOrder.LITTLE_ENDIAN);
        long nanos = bytes.getLong(cell.from);
        long day = bytes.getInt(cell.from + Long.BYTES) - LeafAppenders.JULIAN_1970;
        into.appendLong(day * LeafAppenders.NANOS_A_DAY + nanos);
      };

  private static final long JULIAN_1970 = 2_440_588;
  private static final long NANOS_A_DAY = 86_400_000_000_000L;

  private LeafAppenders() {}

  /** Numbers of which only the low bits count. */
  static LeafValue.Appender whole(int bits, boolean signed) {
    int unused = 64 - bits;
    return signed
        ? (cell, into) -> into.appendLong(cell.bits << unused >> unused)
        : (cell, into) -> into.appendLong(cell.bits << unused >>> unused);
  }

  /** Numbers before 0 and after the last become these. */
  static LeafValue.Appender cut(long last) {
    return (cell, into) -> into.appendLong(Math.max(0, Math.min(last, cell.bits)));
  }

  /**
   * Days that become times: those after the last are cut. Whether the first of 1970 and those
   * before it become the beginning of that day depends on the zone, so they are refused.
   */
  static LeafValue.Appender daysOfTimes(long last) {
    return (cell, into) -> {
      if (cell.bits <= 0) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "Dates before 1970-01-02 are not read into DateTime; read them into Date32");
      }
      into.appendLong(Math.min(last, cell.bits));
    };
  }

  /** JSON text, which is brought into its one form. */
  static LeafValue.Appender document() {
    ValueReader reader =
        ValueReader.of(JsonType.JSON, TextStyle.JSON, ReadOptions.received(ZoneOffset.UTC));
    return (cell, into) -> reader.readWhole(cell.data, cell.from, cell.from + cell.length, into);
  }

  /** Values of the WIDE lane. */
  static LeafValue.Appender words(int words, boolean network) {
    return (cell, into) -> {
      ByteBuffer bytes = ByteBuffer.wrap(cell.data, cell.from, cell.length);
      bytes.order(network ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
      long[] value = new long[words];
      for (int i = 0; i < words; i++) {
        value[network ? words - 1 - i : i] = bytes.getLong();
      }
      into.appendWide(value, 0);
    };
  }

  /** Decimals in a number. */
  static LeafValue.Appender decimal(int words, Type type) {
    if (words == 1) {
      return (cell, into) -> into.appendLong(cell.bits);
    }
    return (cell, into) -> {
      long[] value = new long[words];
      Arrays.fill(value, cell.bits >> 63);
      value[0] = cell.bits;
      into.appendWide(value, 0);
    };
  }

  /**
   * Decimals in bytes, most significant first and of any number.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException INCORRECT_DATA when a value is too long
   */
  static LeafValue.Appender bigEndian(int words, Type type) {
    return (cell, into) -> {
      long sign = cell.length > 0 ? cell.data[cell.from] >> 7 : 0;
      long[] value = new long[words];
      Arrays.fill(value, sign);
      for (int i = 0; i < cell.length; i++) {
        long digit = cell.data[cell.from + cell.length - 1 - i];
        if (i < 8 * words) {
          int shift = 8 * (i & 7);
          value[i >>> 3] = value[i >>> 3] & ~(0xffL << shift) | (digit & 0xff) << shift;
        } else if (digit != sign) {
          throw ParquetFile.broken(cell.length + " bytes for a value of " + type.name());
        }
      }
      if (words == 1) {
        into.appendLong(value[0]);
      } else {
        into.appendWide(value, 0);
      }
    };
  }
}
