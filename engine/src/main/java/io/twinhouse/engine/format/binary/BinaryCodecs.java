// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.binary;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.DynamicType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.NullableType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import io.twinhouse.engine.type.VariantType;

/** Chooses the codec of a type. */
public final class BinaryCodecs {

  private BinaryCodecs() {}

  static BinaryCodec of(Type type, Documents documents) {
    if (type instanceof NullableType nullable) {
      return new ContainerCodecs.OfNullable(of(nullable.inner(), documents));
    }
    if (type instanceof LowCardinalityType wrapped) {
      return of(wrapped.inner(), documents);
    }
    if (type instanceof NothingType) {
      return ScalarCodecs.NOTHING;
    }
    return switch (type.lane()) {
      case LONG -> new ScalarCodecs.OfLong(widthOf(type), isSigned(type));
      case DOUBLE ->
          type instanceof FloatType.Brain
              ? new ScalarCodecs.OfBrain()
              : new ScalarCodecs.OfDouble(type.equals(FloatType.FLOAT32));
      case BYTES -> ofBytes(type, documents);
      case WIDE -> ofWide(type);
      case ARRAY -> ofArray(type, documents);
      case TUPLE ->
          new ContainerCodecs.OfTuple(
              ((TupleType) type).elements().stream().map(e -> of(e, documents)).toList());
    };
  }

  /** Bytes of a value of the LONG lane. */
  public static int widthOf(Type type) {
    if (type instanceof IntegerType integer) {
      return integer.bits() / 8;
    }
    if (type instanceof BoolType) {
      return 1;
    }
    if (type instanceof DateType date) {
      return date.bits() / 8;
    }
    if (type instanceof EnumType enumeration) {
      return enumeration.bits() / 8;
    }
    if (type instanceof DecimalType decimal) {
      return decimal.bits() / 8;
    }
    boolean narrow = type instanceof DateTimeType || type instanceof TimeType;
    return narrow || type instanceof IpType ? 4 : 8;
  }

  /** Whether a value of the LONG lane is negative where its highest bit is set. */
  public static boolean isSigned(Type type) {
    if (type instanceof IntegerType integer) {
      return integer.signed();
    }
    if (type instanceof DateType date) {
      return date.equals(DateType.DATE32);
    }
    return type instanceof DecimalType
        || type instanceof EnumType
        || type instanceof TimeType
        || type instanceof Time64Type;
  }

  private static BinaryCodec ofBytes(Type type, Documents documents) {
    if (type instanceof StringType) {
      return ScalarCodecs.TEXT;
    }
    if (type instanceof FixedStringType fixed) {
      return new ScalarCodecs.OfFixedString(fixed.length());
    }
    if (type instanceof AggregateFunctionType) {
      return ScalarCodecs.STATE;
    }
    if (type instanceof JsonType json && documents != Documents.REFUSED) {
      return documents == Documents.TEXT
          ? new ScalarCodecs.OfDocument()
          : new DocumentCodec(json, Documents.TYPED);
    }
    if (type instanceof VariantType variant) {
      return new VariantCodec(variant, documents);
    }
    if (type instanceof DynamicType) {
      // values in flight tell the types of all that they hold, in any form of the rows
      Documents held = documents == Documents.TEXT ? Documents.TEXT : Documents.TYPED;
      return new DynamicCodec(held, documents == Documents.LOOSE ? null : JsonType.JSON);
    }
    String advice =
        type instanceof JsonType
            ? "; set output_format_binary_write_json_as_string = 1, or convert it with toString"
            : "; convert it with toString";
    throw new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "Values of type " + type.name() + " have no binary form here" + advice);
  }

  private static BinaryCodec ofWide(Type type) {
    if (type instanceof UuidType) {
      return ScalarCodecs.UUID;
    }
    if (type instanceof IpType) {
      return ScalarCodecs.IPV6;
    }
    int bits = type instanceof IntegerType integer ? integer.bits() : ((DecimalType) type).bits();
    return new ScalarCodecs.OfWords(bits / 64);
  }

  private static BinaryCodec ofArray(Type type, Documents documents) {
    Type element = type instanceof MapType map ? map.entry() : ((ArrayType) type).element();
    return new ContainerCodecs.OfArray(of(element, documents));
  }
}
