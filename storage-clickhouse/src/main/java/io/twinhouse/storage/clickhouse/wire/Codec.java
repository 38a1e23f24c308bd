// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.wire;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.DynamicType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType;
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
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Values of one type in the Native format. Stateless between blocks. */
abstract class Codec {
  /**
   * The codec of a type.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED for types whose bytes only the server understands
   */
  static Codec of(Type type) {
    if (type instanceof NullableType nullable) {
      return new NullableCodec(of(nullable.inner()));
    }
    if (type instanceof LowCardinalityType low) {
      return new LowCardinalityCodec(of(low.inner().withoutNullable()), low.inner().isNullable());
    }
    if (type instanceof AggregateFunctionType aggregate && aggregate.simple()) {
      return of(aggregate.arguments().get(0));
    }
    return switch (type.lane()) {
      case LONG -> new LongCodec(width(type), signed(type));
      case DOUBLE -> new DoubleCodec(type instanceof FloatType real ? real.bits() : Short.SIZE);
      case WIDE -> wide(type);
      case BYTES -> bytes(type);
      case ARRAY -> array(type);
      case TUPLE -> new TupleCodec(((TupleType) type).elements().stream().map(Codec::of).toList());
    };
  }

  private static Codec array(Type type) {
    return new ArrayCodec(
        of(type instanceof MapType map ? map.entry() : ((ArrayType) type).element()));
  }

  private static Codec wide(Type type) {
    if (type instanceof UuidType) {
      return WideCodec.UUID;
    }
    if (type instanceof IpType) {
      return WideCodec.IPV6;
    }
    int bits = type instanceof DecimalType d ? d.bits() : ((IntegerType) type).bits();
    return WideCodec.number(bits / Long.SIZE);
  }

  private static Codec bytes(Type type) {
    if (type instanceof StringType) {
      return new StringCodec();
    }
    if (type instanceof FixedStringType fixed) {
      return new FixedStringCodec(fixed.length());
    }
    if (type instanceof JsonType) {
      return new JsonTextCodec();
    }
    throw new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "Values of type "
            + type.name()
            + " cannot be read from ClickHouse; "
            + (type instanceof DynamicType
                ? "cast them in the query, to Nullable(String) for instance"
                : "finalize them in the query (finalizeAggregation)"));
  }

  private static int width(Type type) {
    if (type instanceof IntegerType t) {
      return t.bits() / Byte.SIZE;
    } else if (type instanceof DateType t) {
      return t.bits() / Byte.SIZE;
    } else if (type instanceof EnumType t) {
      return t.bits() / Byte.SIZE;
    } else if (type instanceof DecimalType t) {
      return t.bits() / Byte.SIZE;
    } else if (type instanceof BoolType || type instanceof NothingType) {
      return 1;
    } else if (type instanceof DateTimeType || type instanceof TimeType || type instanceof IpType) {
      return Integer.BYTES;
    } else if (type instanceof DateTime64Type
        || type instanceof Time64Type
        || type instanceof IntervalType) {
      return Long.BYTES;
    }
    throw new IllegalStateException("no width of " + type.name());
  }

  private static boolean signed(Type type) {
    if (type instanceof IntegerType t) {
      return t.signed();
    } else if (type instanceof DateType t) {
      return t.bits() == 32;
    }
    return type instanceof EnumType
        || type instanceof DecimalType
        || type instanceof DateTime64Type
        || type instanceof TimeType
        || type instanceof Time64Type
        || type instanceof IntervalType;
  }

  /** What stands once before the values of a block; nested types first to last. */
  void readPrefix(WireReader in) throws IOException {
    // Most types have none.
  }

  /**
   * Reads values.
   *
   * @param nulls flags that a Nullable around this type has read, at least {@code rows} long
   */
  abstract Column read(WireReader in, int rows, boolean @Nullable [] nulls) throws IOException;

  /** Writes all rows of a flat column; no prefix, for no type with one is ever declared. */
  abstract void write(WireWriter out, Column column) throws IOException;
}
