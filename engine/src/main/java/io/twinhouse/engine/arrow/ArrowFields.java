// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.arrow;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.jspecify.annotations.Nullable;

/** The Arrow fields that ClickHouse writes for its types. */
public final class ArrowFields {

  private static final String EXTENSION = "ARROW:extension:name";
  private static final String EXTENSION_METADATA = "ARROW:extension:metadata";

  private final ArrowOptions options;
  private final ZoneId zone;

  /**
   * @param zone of times whose type names none
   */
  public ArrowFields(ArrowOptions options, ZoneId zone) {
    this.options = options;
    this.zone = zone;
  }

  /**
   * The schema of results.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED for a type without a form in Arrow
   */
  public org.apache.arrow.vector.types.pojo.Schema schema(Schema columns) {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      fields.add(field(columns.field(i).name(), columns.type(i)));
    }
    return new org.apache.arrow.vector.types.pojo.Schema(fields);
  }

  private Field field(String name, Type type) {
    Type base = type.base();
    FieldType kind = new FieldType(type.isNullable(), arrowType(base), null, metadata(base));
    return new Field(name, kind, children(base));
  }

  private List<Field> children(Type type) {
    if (type instanceof ArrayType array) {
      return List.of(field("item", array.element()));
    }
    if (type instanceof MapType map) {
      List<Field> entry = List.of(field("key", map.key()), field("value", map.value()));
      return List.of(new Field("entries", FieldType.notNullable(new ArrowType.Struct()), entry));
    }
    List<Field> children = new ArrayList<>();
    if (type instanceof TupleType tuple) {
      for (int i = 0; i < tuple.elements().size(); i++) {
        String name = tuple.names().isEmpty() ? String.valueOf(i + 1) : tuple.names().get(i);
        children.add(field(name, tuple.elements().get(i)));
      }
    }
    return children;
  }

  private @Nullable Map<String, String> metadata(Type type) {
    Map<String, String> metadata = new LinkedHashMap<>();
    if (type instanceof UuidType && !options.plainUuid()) {
      if (options.parquetMark()) {
        metadata.put("PARQUET:logical_type", "UUID");
      }
      metadata.put(EXTENSION, "arrow.uuid");
      metadata.put(EXTENSION_METADATA, "");
    } else if (type instanceof JsonType) {
      metadata.put(EXTENSION, "arrow.json");
      metadata.put(EXTENSION_METADATA, "");
    }
    return metadata.isEmpty() ? null : metadata;
  }

  private ArrowType arrowType(Type type) {
    return switch (type.lane()) {
      case LONG -> ofNumber(type);
      case DOUBLE -> ofFloat(type);
      case BYTES -> ofBytes(type);
      case WIDE -> ofWide(type);
      case ARRAY -> type instanceof MapType ? new ArrowType.Map(false) : new ArrowType.List();
      case TUPLE -> new ArrowType.Struct();
    };
  }

  private static ArrowType ofFloat(Type type) {
    if (type instanceof FloatType.Brain) {
      throw unknown(type);
    }
    return new ArrowType.FloatingPoint(
        type.equals(FloatType.FLOAT32)
            ? FloatingPointPrecision.SINGLE
            : FloatingPointPrecision.DOUBLE);
  }

  private ArrowType ofNumber(Type type) {
    if (type instanceof IntegerType integer) {
      return new ArrowType.Int(integer.bits(), integer.signed());
    }
    if (type instanceof EnumType names) {
      return new ArrowType.Int(names.bits(), true);
    }
    if (type instanceof DecimalType decimal) {
      return decimal(decimal);
    }
    if (type instanceof DateType date) {
      return date.bits() == 16 && options.daysAsNumbers()
          ? new ArrowType.Int(16, false)
          : new ArrowType.Date(DateUnit.DAY);
    }
    if (type instanceof DateTime64Type time) {
      String named = time.zone() == null ? zone.getId() : time.zone();
      return new ArrowType.Timestamp(unit(time.precision()), named);
    }
    if (type instanceof TimeType) {
      return new ArrowType.Time(TimeUnit.SECOND, 32);
    }
    if (type instanceof Time64Type time) {
      return new ArrowType.Time(unit(time.precision()), time.precision() <= 3 ? 32 : 64);
    }
    return type instanceof IntervalType interval ? ofInterval(interval) : ofOther(type);
  }

  private static ArrowType ofOther(Type type) {
    if (type instanceof BoolType) {
      return new ArrowType.Bool();
    }
    if (type instanceof NothingType) {
      return new ArrowType.Null();
    }
    if (type instanceof DateTimeType || type instanceof IpType) {
      return new ArrowType.Int(32, false);
    }
    throw unknown(type);
  }

  private static ArrowType ofInterval(IntervalType type) {
    return switch (type.unit()) {
      case NANOSECOND -> new ArrowType.Duration(TimeUnit.NANOSECOND);
      case MICROSECOND -> new ArrowType.Duration(TimeUnit.MICROSECOND);
      case MILLISECOND -> new ArrowType.Duration(TimeUnit.MILLISECOND);
      case SECOND -> new ArrowType.Duration(TimeUnit.SECOND);
      default -> new ArrowType.Int(64, true);
    };
  }

  private ArrowType ofBytes(Type type) {
    if (type instanceof StringType) {
      return options.textAsBinary() ? new ArrowType.Binary() : new ArrowType.Utf8();
    }
    if (type instanceof FixedStringType text) {
      return options.fixedTextAsBinary()
          ? new ArrowType.Binary()
          : new ArrowType.FixedSizeBinary(text.length());
    }
    if (type instanceof JsonType) {
      return new ArrowType.Utf8();
    }
    throw unknown(type);
  }

  private static ArrowType ofWide(Type type) {
    if (type instanceof DecimalType decimal) {
      return decimal(decimal);
    }
    int bits = type instanceof IntegerType integer ? integer.bits() : 128;
    return new ArrowType.FixedSizeBinary(bits / 8);
  }

  private static ArrowType decimal(DecimalType type) {
    return new ArrowType.Decimal(
        type.precision(), type.scale(), type.precision() <= 38 ? 128 : 256);
  }

  /** The least precise unit that holds all ticks. */
  static TimeUnit unit(int precision) {
    if (precision == 0) {
      return TimeUnit.SECOND;
    }
    if (precision <= 3) {
      return TimeUnit.MILLISECOND;
    }
    return precision <= 6 ? TimeUnit.MICROSECOND : TimeUnit.NANOSECOND;
  }

  /** Digits behind the point of a second. */
  static int digits(TimeUnit unit) {
    return switch (unit) {
      case SECOND -> 0;
      case MILLISECOND -> 3;
      case MICROSECOND -> 6;
      case NANOSECOND -> 9;
    };
  }

  private static TwinhouseException unknown(Type type) {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "Values of type " + type.name() + " are not written in Arrow; convert them with toString");
  }
}
