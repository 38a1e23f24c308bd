// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.arrow;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * Chooses how a field is read, and as which ClickHouse type; the type that is wanted decides only
 * where Arrow's own says too little, as of 16 bytes that may be a UUID.
 */
final class DecoderFactory {

  private static final String EXTENSION = "ARROW:extension:name";

  /** The last day of Date and the last second of DateTime, since 1970. */
  private static final long LAST_DATE = 0xFFFF;

  private static final long LAST_SECOND = 0xFFFF_FFFFL;
  private static final ArrowType.Int PLAIN_INDEX = new ArrowType.Int(32, true);

  private final Map<Long, DictionaryValues> dictionaries = new HashMap<>();
  private final boolean nullAsDefault;

  /**
   * @param nullAsDefault whether NULL is read as the default where the wanted type has no NULL
   */
  DecoderFactory(boolean nullAsDefault) {
    this.nullAsDefault = nullAsDefault;
  }

  /** By the numbers that fields have for them. */
  Map<Long, DictionaryValues> dictionaries() {
    return dictionaries;
  }

  /**
   * @param wanted null where nothing is known of it
   * @throws TwinhouseException UNKNOWN_TYPE for a type that is not read
   */
  VectorDecoder of(Field field, @Nullable Type wanted) {
    VectorDecoder decoder;
    try {
      DictionaryEncoding encoding = field.getDictionary();
      decoder = encoding == null ? plain(field, wanted) : ofDictionary(field, encoding, wanted);
    } catch (IllegalArgumentException | IndexOutOfBoundsException garbled) {
      // A width that no type has, or a list without a field for its elements.
      throw unknown(field);
    }
    boolean replaces = nullAsDefault && wanted != null && !wanted.isNullable();
    return replaces && decoder.type().isNullable() ? new DefaultedDecoder(decoder) : decoder;
  }

  private VectorDecoder ofDictionary(
      Field field, DictionaryEncoding encoding, @Nullable Type wanted) {
    FieldType value = new FieldType(field.isNullable(), field.getType(), null);
    DictionaryValues values =
        dictionaries.computeIfAbsent(
            encoding.getId(),
            id ->
                new DictionaryValues(
                    plain(new Field(field.getName(), value, field.getChildren()), wanted)));
    ArrowType.Int index = encoding.getIndexType() == null ? PLAIN_INDEX : encoding.getIndexType();
    VectorDecoder indexes =
        new NumberDecoders.OfWhole(
            new IntegerType(index.getBitWidth(), index.getIsSigned()),
            index.getBitWidth() / 8,
            index.getIsSigned());
    Type type = new LowCardinalityType(values.decoder().type());
    return new ContainerDecoders.OfDictionary(type, indexes, values);
  }

  private VectorDecoder plain(Field field, @Nullable Type wanted) {
    Type base = wanted == null ? null : wanted.base();
    boolean nullable = field.isNullable();
    ArrowType arrow = field.getType();
    return switch (arrow.getTypeID()) {
      case Null -> new ContainerDecoders.OfNothing();
      case Bool -> new NumberDecoders.OfBits(maybe(BoolType.INSTANCE, nullable));
      case Int -> ofInt((ArrowType.Int) arrow, base, nullable);
      case FloatingPoint -> ofFloat((ArrowType.FloatingPoint) arrow, field);
      case Date -> ofDate((ArrowType.Date) arrow, base, nullable);
      case Timestamp -> ofTimestamp((ArrowType.Timestamp) arrow, base, nullable);
      case Time -> ofTime((ArrowType.Time) arrow, nullable);
      case Duration -> ofDuration((ArrowType.Duration) arrow, nullable);
      case Decimal -> ofDecimal((ArrowType.Decimal) arrow, nullable);
      case Utf8, Binary ->
          new BytesDecoders.OfText(maybe(StringType.INSTANCE, nullable), new Ends(false));
      case LargeUtf8, LargeBinary ->
          new BytesDecoders.OfText(maybe(StringType.INSTANCE, nullable), new Ends(true));
      case FixedSizeBinary -> ofFixed(field, base);
      default -> container(field, base);
    };
  }

  private VectorDecoder container(Field field, @Nullable Type wanted) {
    ArrowType arrow = field.getType();
    return switch (arrow.getTypeID()) {
      case List -> ofList(field, wanted, false);
      case LargeList -> ofList(field, wanted, true);
      case FixedSizeList -> {
        VectorDecoder element = element(field, wanted);
        int length = Math.max(0, ((ArrowType.FixedSizeList) arrow).getListSize());
        yield new ContainerDecoders.OfFixedList(new ArrayType(element.type()), length, element);
      }
      case Struct -> ofStruct(field, wanted instanceof TupleType tuple ? tuple : null);
      case Map -> ofMap(field, wanted);
      default -> throw unknown(field);
    };
  }

  private static Type maybe(Type type, boolean nullable) {
    return nullable ? type.toNullable() : type;
  }

  private static VectorDecoder ofInt(ArrowType.Int arrow, @Nullable Type wanted, boolean nullable) {
    int bits = arrow.getBitWidth();
    boolean whole = bits == 64 && arrow.getIsSigned();
    Type type =
        whole && wanted instanceof IntervalType
            ? wanted
            : new IntegerType(bits, arrow.getIsSigned());
    return new NumberDecoders.OfWhole(maybe(type, nullable), bits / 8, arrow.getIsSigned());
  }

  private static VectorDecoder ofFloat(ArrowType.FloatingPoint arrow, Field field) {
    if (arrow.getPrecision() == FloatingPointPrecision.HALF) {
      throw unknown(field);
    }
    boolean single = arrow.getPrecision() == FloatingPointPrecision.SINGLE;
    Type type = single ? FloatType.FLOAT32 : FloatType.FLOAT64;
    return new NumberDecoders.OfFloat(maybe(type, field.isNullable()), single);
  }

  private static VectorDecoder ofDate(
      ArrowType.Date arrow, @Nullable Type wanted, boolean nullable) {
    if (arrow.getUnit() != DateUnit.DAY) {
      return ofTicks(new DateTime64Type(3, "UTC"), wanted, nullable);
    }
    boolean cut = DateType.DATE.equals(wanted) || wanted instanceof DateTimeType;
    return cut
        ? new NumberDecoders.OfCut(maybe(DateType.DATE, nullable), 4, LAST_DATE)
        : new NumberDecoders.OfWhole(maybe(DateType.DATE32, nullable), 4, true);
  }

  private static VectorDecoder ofTimestamp(
      ArrowType.Timestamp arrow, @Nullable Type wanted, boolean nullable) {
    String zone = arrow.getTimezone();
    boolean named = zone != null && !zone.isEmpty();
    return ofTicks(
        new DateTime64Type(ArrowFields.digits(arrow.getUnit()), named ? zone : null),
        wanted,
        nullable);
  }

  /** Times before the first and after the last of DateTime become these. */
  private static VectorDecoder ofTicks(
      DateTime64Type type, @Nullable Type wanted, boolean nullable) {
    long last = LAST_SECOND * type.ticksPerSecond();
    return wanted instanceof DateTimeType
        ? new NumberDecoders.OfCut(maybe(type, nullable), 8, last)
        : new NumberDecoders.OfWhole(maybe(type, nullable), 8, true);
  }

  private static VectorDecoder ofTime(ArrowType.Time arrow, boolean nullable) {
    Type type = new Time64Type(ArrowFields.digits(arrow.getUnit()));
    return new NumberDecoders.OfWhole(maybe(type, nullable), arrow.getBitWidth() / 8, true);
  }

  private static VectorDecoder ofDuration(ArrowType.Duration arrow, boolean nullable) {
    IntervalType.Unit unit =
        switch (arrow.getUnit()) {
          case SECOND -> IntervalType.Unit.SECOND;
          case MILLISECOND -> IntervalType.Unit.MILLISECOND;
          case MICROSECOND -> IntervalType.Unit.MICROSECOND;
          case NANOSECOND -> IntervalType.Unit.NANOSECOND;
        };
    return new NumberDecoders.OfWhole(maybe(new IntervalType(unit), nullable), 8, true);
  }

  private static VectorDecoder ofDecimal(ArrowType.Decimal arrow, boolean nullable) {
    DecimalType type = new DecimalType(arrow.getPrecision(), arrow.getScale());
    int width = arrow.getBitWidth();
    if (Integer.bitCount(width) != 1 || width < 32 || width > 256) {
      throw new IllegalArgumentException("a decimal of " + width + " bits");
    }
    return width < 64
        ? new NumberDecoders.OfWhole(maybe(type, nullable), width / 8, true)
        : new NumberDecoders.OfDecimal(
            maybe(type, nullable), width / 64, Math.max(1, type.bits() / 64));
  }

  private static VectorDecoder ofFixed(Field field, @Nullable Type wanted) {
    int width = ((ArrowType.FixedSizeBinary) field.getType()).getByteWidth();
    if (width < 1 || width > FixedStringType.MOST_BYTES) {
      throw new IllegalArgumentException("values of " + width + " bytes");
    }
    boolean nullable = field.isNullable();
    boolean marked = "arrow.uuid".equals(field.getMetadata().get(EXTENSION));
    if (width == 16 && (marked || wanted instanceof UuidType)) {
      return new NumberDecoders.OfWide(maybe(UuidType.INSTANCE, nullable), 2, true);
    }
    if (width == 16 && IpType.IPV6.equals(wanted)) {
      return new NumberDecoders.OfWide(maybe(IpType.IPV6, nullable), 2, true);
    }
    if (wanted instanceof IntegerType number && number.bits() == width * 8 && width >= 16) {
      return new NumberDecoders.OfWide(maybe(wanted, nullable), width / 8, false);
    }
    return new BytesDecoders.OfFixed(maybe(new FixedStringType(width), nullable), width);
  }

  private VectorDecoder element(Field field, @Nullable Type wanted) {
    Type hint = wanted instanceof ArrayType array ? array.element() : null;
    return of(field.getChildren().get(0), hint);
  }

  private VectorDecoder ofList(Field field, @Nullable Type wanted, boolean large) {
    VectorDecoder element = element(field, wanted);
    return new ContainerDecoders.OfList(new ArrayType(element.type()), new Ends(large), element);
  }

  private VectorDecoder ofMap(Field field, @Nullable Type wanted) {
    TupleType hint =
        wanted instanceof MapType map ? TupleType.of(List.of(map.key(), map.value())) : null;
    VectorDecoder entry = ofStruct(field.getChildren().get(0), hint);
    List<Type> types = ((TupleType) entry.type()).elements();
    return new ContainerDecoders.OfList(
        new MapType(types.get(0), types.get(1)), new Ends(false), entry);
  }

  private VectorDecoder ofStruct(Field field, @Nullable TupleType wanted) {
    List<VectorDecoder> elements = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Field child : field.getChildren()) {
      elements.add(of(child, hint(wanted, child.getName(), elements.size())));
      names.add(child.getName());
    }
    List<Type> types = elements.stream().map(VectorDecoder::type).toList();
    if (wanted != null && !wanted.names().isEmpty()) {
      return new NamedStructDecoder(wanted, names, elements);
    }
    Type type = names.isEmpty() ? TupleType.of(types) : TupleType.named(names, types);
    return new ContainerDecoders.OfStruct(type, elements);
  }

  private static @Nullable Type hint(@Nullable TupleType wanted, String name, int index) {
    if (wanted == null) {
      return null;
    }
    int position = wanted.names().isEmpty() ? index : wanted.names().indexOf(name);
    boolean known = position >= 0 && position < wanted.elements().size();
    return known ? wanted.elements().get(position) : null;
  }

  private static TwinhouseException unknown(Field field) {
    return new TwinhouseException(
        ErrorCode.UNKNOWN_TYPE,
        "The type \""
            + field.getType()
            + "\" of an input column \""
            + field.getName()
            + "\" is not supported for conversion from Arrow data format");
  }
}
