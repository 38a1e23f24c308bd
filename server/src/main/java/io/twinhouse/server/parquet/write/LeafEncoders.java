// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.EnumType;
import java.util.Objects;

/** Values of lanes as values of physical types. */
final class LeafEncoders {

  static final LeafEncoder SINGLE =
      (column, row, into) ->
          into.putFixed(
              Float.floatToRawIntBits((float) ((DoubleColumn) column).values()[row]), Float.BYTES);

  static final LeafEncoder DOUBLE =
      (column, row, into) ->
          into.putFixed(
              Double.doubleToRawLongBits(((DoubleColumn) column).values()[row]), Double.BYTES);

  /** Bytes of any number, behind their length. */
  static final LeafEncoder TEXT =
      (column, row, into) -> {
        BytesColumn bytes = (BytesColumn) column;
        into.putFixed(bytes.length(row), Integer.BYTES);
        into.put(bytes.data(), bytes.offsets()[row], bytes.length(row));
      };

  static final LeafEncoder FIXED =
      (column, row, into) -> {
        BytesColumn bytes = (BytesColumn) column;
        into.put(bytes.data(), bytes.offsets()[row], bytes.length(row));
      };

  private LeafEncoders() {}

  static LeafEncoder whole(int bytes) {
    return (column, row, into) -> into.putFixed(((LongColumn) column).values()[row], bytes);
  }

  /** Ticks of a finer unit. */
  static LeafEncoder ticks(long factor) {
    return (column, row, into) -> {
      long ticks = ((LongColumn) column).values()[row];
      long high = Math.multiplyHigh(ticks, factor);
      if (high != ticks * factor >> 63) {
        throw new TwinhouseException(
            ErrorCode.VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE,
            "A time of " + ticks + " ticks has none in the unit of the Parquet column");
      }
      into.putFixed(ticks * factor, Long.BYTES);
    };
  }

  /** Decimals of the LONG lane, most significant byte first. */
  static LeafEncoder decimal(int bytes) {
    return (column, row, into) -> into.putBigEndian(((LongColumn) column).values()[row], bytes);
  }

  /**
   * Values of the WIDE lane.
   *
   * @param network whether the most significant byte goes first
   */
  static LeafEncoder words(boolean network) {
    return (column, row, into) -> {
      WideColumn wide = (WideColumn) column;
      int words = wide.words();
      for (int i = 0; i < words; i++) {
        long word = wide.values()[row * words + (network ? words - 1 - i : i)];
        into.putFixed(network ? Long.reverseBytes(word) : word, Long.BYTES);
      }
    };
  }

  /** The names of numbers, as texts. */
  static LeafEncoder names(EnumType type) {
    return (column, row, into) -> {
      int number = (int) ((LongColumn) column).values()[row];
      byte[] name = Objects.requireNonNull(type.names().get(number)).getBytes(UTF_8);
      into.putFixed(name.length, Integer.BYTES);
      into.put(name, 0, name.length);
    };
  }
}
