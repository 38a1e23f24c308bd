// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet.write;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.binary.BinaryCodecs;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.IntType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.MicroSeconds;
import org.apache.parquet.format.MilliSeconds;
import org.apache.parquet.format.NanoSeconds;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.TimestampType;

/** Chooses how values without parts are written, as the server does. */
final class LeafElements {

  private LeafElements() {}

  /**
   * @param type without Nullable
   * @throws TwinhouseException UNKNOWN_TYPE for a type that has no form in Parquet
   */
  static LeafElement of(String column, Type type) {
    if (type instanceof BoolType) {
      return LeafElement.of(org.apache.parquet.format.Type.BOOLEAN, LeafEncoders.whole(1));
    }
    if (type instanceof IntegerType number) {
      return integer(number);
    }
    if (type instanceof DecimalType decimal) {
      return decimal(decimal);
    }
    if (type instanceof DateType
        || type instanceof DateTimeType
        || type instanceof DateTime64Type) {
      return time(type);
    }
    return other(column, type);
  }

  private static LeafElement other(String column, Type type) {
    if (type instanceof FloatType) {
      return type.equals(FloatType.FLOAT32)
          ? LeafElement.of(org.apache.parquet.format.Type.FLOAT, LeafEncoders.SINGLE)
          : LeafElement.of(org.apache.parquet.format.Type.DOUBLE, LeafEncoders.DOUBLE);
    }
    if (type instanceof StringType) {
      return text(LeafEncoders.TEXT)
          .logical(
              LogicalType.STRING(new org.apache.parquet.format.StringType()), ConvertedType.UTF8);
    }
    if (type instanceof JsonType) {
      return text(LeafEncoders.TEXT)
          .logical(LogicalType.JSON(new org.apache.parquet.format.JsonType()), ConvertedType.JSON);
    }
    if (type instanceof EnumType names) {
      return text(LeafEncoders.names(names))
          .logical(LogicalType.ENUM(new org.apache.parquet.format.EnumType()), ConvertedType.ENUM);
    }
    if (type instanceof FixedStringType fixed) {
      return fixed(fixed.length(), LeafEncoders.FIXED);
    }
    if (type instanceof UuidType) {
      return fixed(16, LeafEncoders.words(true))
          .logical(LogicalType.UUID(new org.apache.parquet.format.UUIDType()));
    }
    if (type instanceof IpType address) {
      return address.equals(IpType.IPV4)
          ? integer(IntegerType.UINT32)
          : fixed(16, LeafEncoders.words(true));
    }
    throw new TwinhouseException(
        ErrorCode.UNKNOWN_TYPE,
        "Internal type '"
            + type.name()
            + "' of column '"
            + column
            + "' is not supported for conversion into Parquet data format");
  }

  private static LeafElement text(LeafEncoder encoder) {
    return LeafElement.of(org.apache.parquet.format.Type.BYTE_ARRAY, encoder);
  }

  private static LeafElement fixed(int bytes, LeafEncoder encoder) {
    return LeafElement.of(org.apache.parquet.format.Type.FIXED_LEN_BYTE_ARRAY, encoder)
        .width(bytes);
  }

  private static LeafElement integer(IntegerType type) {
    int bits = type.bits();
    if (bits > 64) {
      return fixed(bits / 8, LeafEncoders.words(false));
    }
    int bytes = Math.max(Integer.BYTES, bits / 8);
    LeafElement leaf =
        LeafElement.of(
            bytes == Integer.BYTES
                ? org.apache.parquet.format.Type.INT32
                : org.apache.parquet.format.Type.INT64,
            LeafEncoders.whole(bytes));
    boolean plain = type.signed() && bits >= 32;
    return plain
        ? leaf
        : leaf.logical(
            LogicalType.INTEGER(new IntType((byte) bits, type.signed())),
            ConvertedType.valueOf((type.signed() ? "INT_" : "UINT_") + bits));
  }

  private static LeafElement decimal(DecimalType type) {
    LeafEncoder encoder =
        type.bits() > 64
            ? LeafEncoders.words(true)
            : LeafEncoders.decimal(BinaryCodecs.widthOf(type));
    return fixed(type.bits() / 8, encoder)
        .logical(
            LogicalType.DECIMAL(
                new org.apache.parquet.format.DecimalType(type.scale(), type.precision())),
            ConvertedType.DECIMAL)
        .decimal(type.precision(), type.scale());
  }

  private static LeafElement time(Type type) {
    if (type instanceof DateType) {
      return LeafElement.of(org.apache.parquet.format.Type.INT32, LeafEncoders.whole(4))
          .logical(LogicalType.DATE(new org.apache.parquet.format.DateType()), ConvertedType.DATE);
    }
    int digits = type instanceof DateTime64Type ticks ? ticks.precision() : 0;
    int written = digits <= 3 ? 3 : digits <= 6 ? 6 : 9;
    long factor = new DateTime64Type(written - digits, null).ticksPerSecond();
    LeafElement leaf =
        LeafElement.of(org.apache.parquet.format.Type.INT64, LeafEncoders.ticks(factor));
    return switch (written) {
      case 3 ->
          leaf.logical(stamps(TimeUnit.MILLIS(new MilliSeconds())), ConvertedType.TIMESTAMP_MILLIS);
      case 6 ->
          leaf.logical(stamps(TimeUnit.MICROS(new MicroSeconds())), ConvertedType.TIMESTAMP_MICROS);
      default -> leaf.logical(stamps(TimeUnit.NANOS(new NanoSeconds())));
    };
  }

  private static LogicalType stamps(TimeUnit unit) {
    return LogicalType.TIMESTAMP(new TimestampType(true, unit));
  }
}
