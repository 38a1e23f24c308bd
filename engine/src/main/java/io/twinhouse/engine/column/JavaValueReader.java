// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.column;

import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads lanes as Java objects, one method a lane. */
final class JavaValueReader {

  private JavaValueReader() {}

  static @Nullable Object read(Type type, Column column, int row) {
    if (column.isNull(row)) {
      return null;
    }
    if (column instanceof ConstantColumn constant) {
      return read(type, constant.value(), 0);
    }
    Type base = type.base();
    return switch (type.lane()) {
      case LONG -> readLong(base, ((LongColumn) column).values()[row]);
      case DOUBLE -> readDouble(base, ((DoubleColumn) column).values()[row]);
      case BYTES -> readBytes(column, row);
      case WIDE -> readWide(base, (WideColumn) column, row);
      case ARRAY -> readArray(base, (ArrayColumn) column, row);
      case TUPLE -> readTuple((TupleType) base, (TupleColumn) column, row);
    };
  }

  private static @Nullable Object readLong(Type type, long value) {
    if (type instanceof IntegerType integer) {
      return readInteger(integer, value);
    }
    if (type instanceof BoolType) {
      return value != 0;
    }
    if (type instanceof DateType) {
      return LocalDate.ofEpochDay(value);
    }
    if (type instanceof DateTimeType time) {
      return at(Instant.ofEpochSecond(value), time.zone());
    }
    if (type instanceof DateTime64Type time) {
      return at(instant(value, time.ticksPerSecond()), time.zone());
    }
    if (type instanceof TimeType) {
      return Duration.ofSeconds(value);
    }
    if (type instanceof Time64Type time) {
      return Duration.between(Instant.EPOCH, instant(value, time.ticksPerSecond()));
    }
    if (type instanceof DecimalType decimal) {
      return BigDecimal.valueOf(value, decimal.scale());
    }
    if (type instanceof EnumType enumeration) {
      return enumeration.names().get((int) value);
    }
    if (type instanceof IpType) {
      return address(ByteBuffer.allocate(4).putInt((int) value).array());
    }
    return value;
  }

  private static Object readInteger(IntegerType type, long value) {
    if (type.bits() < 32 || (type.bits() == 32 && type.signed())) {
      return (int) value;
    }
    if (type.bits() == 64 && !type.signed()) {
      return new BigInteger(Long.toUnsignedString(value));
    }
    return value;
  }

  private static Instant instant(long ticks, long ticksPerSecond) {
    long seconds = Math.floorDiv(ticks, ticksPerSecond);
    long nanos = Math.floorMod(ticks, ticksPerSecond) * (1_000_000_000L / ticksPerSecond);
    return Instant.ofEpochSecond(seconds, nanos);
  }

  private static ZonedDateTime at(Instant instant, @Nullable String zone) {
    return instant.atZone(zone == null ? ZoneOffset.UTC : ZoneId.of(zone));
  }

  private static Object readDouble(Type type, double value) {
    return !type.equals(FloatType.FLOAT64) ? (Object) (float) value : (Object) value;
  }

  private static String readBytes(Column column, int row) {
    if (column instanceof DictionaryColumn coded) {
      byte[] entry = coded.dictionary().bytes(coded.ids()[row]);
      return new String(entry, java.nio.charset.StandardCharsets.UTF_8);
    }
    return ((BytesColumn) column).string(row);
  }

  private static Object readWide(Type type, WideColumn column, int row) {
    int words = column.words();
    ByteBuffer bytes = ByteBuffer.allocate(words * 8);
    for (int word = words - 1; word >= 0; word--) {
      bytes.putLong(column.values()[row * words + word]);
    }
    if (type instanceof UuidType) {
      return new UUID(bytes.getLong(0), bytes.getLong(8));
    }
    if (type instanceof IpType) {
      return address(bytes.array());
    }
    if (type instanceof DecimalType decimal) {
      return new BigDecimal(new BigInteger(bytes.array()), decimal.scale());
    }
    boolean signed = ((IntegerType) type).signed();
    return signed ? new BigInteger(bytes.array()) : new BigInteger(1, bytes.array());
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address of " + bytes.length + " bytes", e);
    }
  }

  private static Object readArray(Type type, ArrayColumn column, int row) {
    if (type instanceof MapType map) {
      Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
      TupleColumn pairs = (TupleColumn) column.elements();
      for (int e = column.offsets()[row]; e < column.offsets()[row + 1]; e++) {
        entries.put(
            read(map.key(), pairs.elements().get(0), e),
            read(map.value(), pairs.elements().get(1), e));
      }
      return entries;
    }
    Type element = ((ArrayType) type).element();
    List<@Nullable Object> values = new ArrayList<>(column.length(row));
    for (int e = column.offsets()[row]; e < column.offsets()[row + 1]; e++) {
      values.add(read(element, column.elements(), e));
    }
    return values;
  }

  private static List<@Nullable Object> readTuple(TupleType type, TupleColumn column, int row) {
    List<@Nullable Object> values = new ArrayList<>(type.elements().size());
    for (int i = 0; i < type.elements().size(); i++) {
      values.add(read(type.elements().get(i), column.elements().get(i), row));
    }
    return values;
  }
}
