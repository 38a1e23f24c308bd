// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
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
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Chooses as which type a leaf is read: the one the server tells, but where bytes may be more than
 * one thing the type that is wanted decides.
 */
final class LeafTypes {

  /** The last day of Date and the last second of DateTime, since 1970. */
  private static final long LAST_DATE = 0xFFFF;

  private static final long SECONDS_A_DAY = 86_400;
  private static final long LAST_SECOND = 0xFFFF_FFFFL;

  private LeafTypes() {}

  /**
   * @param wanted null where nothing is known of it; without Nullable
   * @throws TwinhouseException UNKNOWN_TYPE for a type that is not read
   */
  static LeafValue of(SchemaElement leaf, @Nullable Type wanted) {
    LogicalType logical = leaf.isSetLogicalType() ? leaf.getLogicalType() : new LogicalType();
    ConvertedType converted = leaf.getConverted_type();
    if (logical.isSetDECIMAL() || converted == ConvertedType.DECIMAL) {
      return decimal(leaf, logical);
    }
    boolean refused =
        logical.isSetTIME()
            || logical.isSetFLOAT16()
            || logical.isSetUNKNOWN()
            || logical.isSetVARIANT()
            || logical.isSetGEOMETRY()
            || logical.isSetGEOGRAPHY()
            || converted == ConvertedType.TIME_MILLIS
            || converted == ConvertedType.TIME_MICROS
            || converted == ConvertedType.INTERVAL;
    if (refused) {
      throw unknown(leaf);
    }
    return switch (leaf.getType()) {
      case BOOLEAN -> new LeafValue(BoolType.INSTANCE, LeafAppenders.whole(64, true));
      case FLOAT -> new LeafValue(FloatType.FLOAT32, LeafAppenders.SINGLE);
      case DOUBLE -> new LeafValue(FloatType.FLOAT64, LeafAppenders.DOUBLE);
      case INT32 -> int32(leaf, logical, wanted);
      case INT64 -> int64(leaf, logical, wanted);
      case INT96 -> new LeafValue(new DateTime64Type(9, "UTC"), LeafAppenders.JULIAN);
      case BYTE_ARRAY -> bytes(leaf, logical);
      case FIXED_LEN_BYTE_ARRAY -> fixed(leaf, logical, wanted);
    };
  }

  private static LeafValue int32(SchemaElement leaf, LogicalType logical, @Nullable Type wanted) {
    if (logical.isSetDATE() || leaf.getConverted_type() == ConvertedType.DATE) {
      if (wanted instanceof DateTimeType) {
        return new LeafValue(DateType.DATE, LeafAppenders.daysOfTimes(LAST_DATE));
      }
      return DateType.DATE.equals(wanted)
          ? new LeafValue(DateType.DATE, LeafAppenders.cut(LAST_DATE))
          : new LeafValue(DateType.DATE32, LeafAppenders.whole(32, true));
    }
    return integer(leaf, logical, 32);
  }

  private static LeafValue int64(SchemaElement leaf, LogicalType logical, @Nullable Type wanted) {
    ConvertedType converted = leaf.getConverted_type();
    int digits = -1;
    if (logical.isSetTIMESTAMP()) {
      digits = digits(logical.getTIMESTAMP().getUnit());
    } else if (converted == ConvertedType.TIMESTAMP_MILLIS) {
      digits = 3;
    } else if (converted == ConvertedType.TIMESTAMP_MICROS) {
      digits = 6;
    }
    if (digits < 0) {
      return integer(leaf, logical, 64);
    }
    DateTime64Type type = new DateTime64Type(digits, "UTC");
    long last = -1;
    if (wanted instanceof DateTimeType) {
      last = LAST_SECOND * type.ticksPerSecond();
    } else if (DateType.DATE.equals(wanted)) {
      last = LAST_DATE * SECONDS_A_DAY * type.ticksPerSecond();
    }
    return new LeafValue(type, last < 0 ? LeafAppenders.whole(64, true) : LeafAppenders.cut(last));
  }

  private static int digits(TimeUnit unit) {
    return unit.isSetMILLIS() ? 3 : unit.isSetMICROS() ? 6 : 9;
  }

  private static LeafValue integer(SchemaElement leaf, LogicalType logical, int width) {
    int bits = width;
    boolean signed = true;
    if (logical.isSetINTEGER()) {
      IntType given = logical.getINTEGER();
      bits = given.getBitWidth();
      signed = given.isIsSigned();
    } else if (leaf.isSetConverted_type()) {
      String name = leaf.getConverted_type().name();
      int mark = name.indexOf("INT_");
      if (mark >= 0) {
        bits = Integer.parseInt(name.substring(mark + 4));
        signed = mark == 0;
      }
    }
    if (Integer.bitCount(bits) != 1 || bits < 8 || bits > width) {
      throw unknown(leaf);
    }
    return new LeafValue(new IntegerType(bits, signed), LeafAppenders.whole(bits, signed));
  }

  private static LeafValue bytes(SchemaElement leaf, LogicalType logical) {
    boolean json = logical.isSetJSON() || leaf.getConverted_type() == ConvertedType.JSON;
    return json
        ? new LeafValue(JsonType.JSON, LeafAppenders.document())
        : new LeafValue(StringType.INSTANCE, LeafAppenders.TEXT);
  }

  private static LeafValue fixed(SchemaElement leaf, LogicalType logical, @Nullable Type wanted) {
    int width = leaf.getType_length();
    if (width == 16 && (logical.isSetUUID() || wanted instanceof UuidType)) {
      return new LeafValue(UuidType.INSTANCE, LeafAppenders.words(2, true));
    }
    if (width == 16 && IpType.IPV6.equals(wanted)) {
      return new LeafValue(IpType.IPV6, LeafAppenders.words(2, true));
    }
    if (wanted instanceof IntegerType number && number.bits() == width * 8L && width >= 16) {
      return new LeafValue(wanted, LeafAppenders.words(width / 8, false));
    }
    if (width < 1 || width > FixedStringType.MOST_BYTES) {
      throw unknown(leaf);
    }
    return new LeafValue(new FixedStringType(width), LeafAppenders.TEXT);
  }

  private static LeafValue decimal(SchemaElement leaf, LogicalType logical) {
    boolean named = logical.isSetDECIMAL();
    int precision = named ? logical.getDECIMAL().getPrecision() : leaf.getPrecision();
    int scale = named ? logical.getDECIMAL().getScale() : leaf.getScale();
    if (precision < 1 || precision > 76 || scale < 0 || scale > precision) {
      throw unknown(leaf);
    }
    DecimalType type = new DecimalType(precision, scale);
    int words = Math.max(1, type.bits() / 64);
    return switch (leaf.getType()) {
      case INT32, INT64 -> new LeafValue(type, LeafAppenders.decimal(words, type));
      case BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY ->
          new LeafValue(type, LeafAppenders.bigEndian(words, type));
      default -> throw unknown(leaf);
    };
  }

  private static TwinhouseException unknown(SchemaElement leaf) {
    String logical = leaf.isSetLogicalType() ? " " + leaf.getLogicalType() : "";
    return new TwinhouseException(
        ErrorCode.UNKNOWN_TYPE,
        "The type "
            + leaf.getType()
            + logical
            + " of the Parquet column '"
            + leaf.getName()
            + "' is not read");
  }
}
