// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.binary;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DynamicType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.NullableType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Types as bytes: a code, then what the type is made of. */
final class TypeCodes {

  private static final int DATE_TIME_ZONED = 0x12;
  private static final int DATE_TIME_64 = 0x13;
  private static final int DATE_TIME_64_ZONED = 0x14;
  private static final int ARRAY = 0x1E;
  private static final int NULLABLE = 0x23;
  private static final int DYNAMIC = 0x2B;
  private static final int JSON = 0x30;
  private static final int DEEPEST = 100;
  private static final int MOST_TICKS = 9;

  private static final Map<Type, Integer> CODES =
      Map.ofEntries(
          Map.entry(NothingType.INSTANCE, 0x00),
          Map.entry(IntegerType.UINT8, 0x01),
          Map.entry(IntegerType.UINT16, 0x02),
          Map.entry(IntegerType.UINT32, 0x03),
          Map.entry(IntegerType.UINT64, 0x04),
          Map.entry(IntegerType.UINT128, 0x05),
          Map.entry(IntegerType.UINT256, 0x06),
          Map.entry(IntegerType.INT8, 0x07),
          Map.entry(IntegerType.INT16, 0x08),
          Map.entry(IntegerType.INT32, 0x09),
          Map.entry(IntegerType.INT64, 0x0A),
          Map.entry(IntegerType.INT128, 0x0B),
          Map.entry(IntegerType.INT256, 0x0C),
          Map.entry(FloatType.FLOAT32, 0x0D),
          Map.entry(FloatType.FLOAT64, 0x0E),
          Map.entry(DateType.DATE, 0x0F),
          Map.entry(DateType.DATE32, 0x10),
          Map.entry(new DateTimeType(null), 0x11),
          Map.entry(StringType.INSTANCE, 0x15),
          Map.entry(UuidType.INSTANCE, 0x1D),
          Map.entry(IpType.IPV4, 0x28),
          Map.entry(IpType.IPV6, 0x29),
          Map.entry(BoolType.INSTANCE, 0x2D),
          Map.entry(FloatType.Brain.BFLOAT16, 0x31));

  private static final Map<Integer, Type> TYPES = new HashMap<>();

  static {
    CODES.forEach((type, code) -> TYPES.put(code, type));
  }

  private TypeCodes() {}

  /**
   * @throws TwinhouseException NOT_IMPLEMENTED for a type that has no code here
   */
  static void write(Type type, BinaryWriter out) throws IOException {
    Integer code = CODES.get(type);
    if (code != null) {
      out.writeByte(code);
    } else if (type instanceof NullableType nullable) {
      out.writeByte(NULLABLE);
      write(nullable.inner(), out);
    } else if (type instanceof ArrayType array) {
      out.writeByte(ARRAY);
      write(array.element(), out);
    } else if (type instanceof DateTime64Type time) {
      out.writeByte(time.zone() == null ? DATE_TIME_64 : DATE_TIME_64_ZONED);
      out.writeByte(time.precision());
      writeZone(time.zone(), out);
    } else if (type instanceof DateTimeType time) {
      out.writeByte(DATE_TIME_ZONED);
      writeZone(time.zone(), out);
    } else if (type instanceof DynamicType dynamic) {
      out.writeByte(DYNAMIC);
      out.writeByte(dynamic.maxTypes());
    } else if (type instanceof JsonType json && !json.namesPaths()) {
      out.writeByte(JSON);
      out.writeByte(0); // the version of what follows
      out.writeVarUInt(json.maxPaths());
      out.writeByte(json.maxTypes());
      out.writeBytes(new byte[3], 0, 3); // no paths with a type, none left out by name or pattern
    } else {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "A value of type " + type.name() + " within Dynamic or JSON has no binary form here");
    }
  }

  private static void writeZone(@Nullable String zone, BinaryWriter out) throws IOException {
    if (zone != null) {
      out.writeText(zone);
    }
  }

  /**
   * @throws TwinhouseException NOT_IMPLEMENTED for a type that is not known here
   */
  static Type read(BinaryReader in) throws IOException {
    return read(in, 0);
  }

  private static Type read(BinaryReader in, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new TwinhouseException(
          ErrorCode.TOO_DEEP_RECURSION, "A type in binary data nests deeper than " + DEEPEST);
    }
    int code = in.readByte();
    Type plain = TYPES.get(code);
    if (plain != null) {
      return plain;
    }
    return switch (code) {
      case NULLABLE -> new NullableType(nullable(read(in, depth + 1)));
      case ARRAY -> new ArrayType(read(in, depth + 1));
      case DATE_TIME_ZONED -> new DateTimeType(in.readText());
      case DATE_TIME_64 -> new DateTime64Type(ticks(in), null);
      case DATE_TIME_64_ZONED -> new DateTime64Type(ticks(in), in.readText());
      case DYNAMIC -> new DynamicType(in.readByte());
      case JSON -> readJson(in);
      default -> throw unknown("of the code " + code);
    };
  }

  private static Type nullable(Type inner) {
    if (inner.isNullable() || !inner.canBeNullable()) {
      throw unknown("Nullable(" + inner.name() + ")");
    }
    return inner;
  }

  private static int ticks(BinaryReader in) throws IOException {
    int scale = in.readByte();
    if (scale > MOST_TICKS) {
      throw unknown("DateTime64(" + scale + ")");
    }
    return scale;
  }

  private static Type readJson(BinaryReader in) throws IOException {
    int version = in.readByte();
    long paths = in.readVarUInt();
    int types = in.readByte();
    boolean bare = true;
    for (int lists = 0; bare && lists < 3; lists++) { // typed paths, skipped ones, patterns
      bare = in.readVarUInt() == 0;
    }
    if (version != 0 || !bare || paths < 0 || paths > Integer.MAX_VALUE) {
      throw unknown("JSON with paths of its own");
    }
    return new JsonType(types, (int) paths, new TreeMap<>(), List.of(), List.of());
  }

  private static TwinhouseException unknown(String what) {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "A type "
            + what
            + " in typed JSON is not supported; send JSON as text with"
            + " input_format_binary_read_json_as_string = 1");
  }
}
