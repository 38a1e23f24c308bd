// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.avro;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
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
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import io.twinhouse.server.avro.AvroSchema.Kind;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** Chooses how values of a schema are read into columns of a type. */
final class FieldReaders {

  private static final int MOST_LEVELS = 100;

  private FieldReaders() {}

  /**
   * @throws TwinhouseException ILLEGAL_COLUMN where the type takes no such values, NOT_IMPLEMENTED
   */
  static FieldReader of(AvroSchema schema, Type type) {
    if (schema.kind() == Kind.UNION) {
      return union(schema, type);
    }
    if (schema.kind() == Kind.NULL) {
      if (type instanceof EnumType) {
        throw absent(schema, type); // the server takes 0 there, which may have no name
      }
      return (in, into) -> appendNull(type, into);
    }
    Type base = type.base();
    return switch (schema.kind()) {
      case BOOLEAN, INT, LONG, FLOAT, DOUBLE -> number(schema, base);
      case STRING, BYTES -> text(schema, base);
      case FIXED -> fixed(schema, base);
      case ENUM -> enumeration(schema, base);
      case ARRAY -> array(schema, base);
      case MAP -> map(schema, base);
      default -> record(schema, base);
    };
  }

  private static void appendNull(Type type, ColumnBuilder into) {
    if (type.isNullable()) {
      into.appendNull();
    } else {
      into.appendDefault();
    }
  }

  private static TwinhouseException unfit(AvroSchema schema, Type type) {
    return new TwinhouseException(
        ErrorCode.ILLEGAL_COLUMN,
        "Type " + type.name() + " is not compatible with Avro " + schema.kind());
  }

  private static TwinhouseException absent(AvroSchema schema, Type type) {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "Avro "
            + schema.kind()
            + " is not read into "
            + type.name()
            + "; read it as DESCRIBE names it and convert that");
  }

  /** NULL or something else; the server knows more, and calls them Variant. */
  private static FieldReader union(AvroSchema schema, Type type) {
    List<FieldReader> readers = new ArrayList<>();
    long others = schema.parts().stream().filter(part -> part.kind() != Kind.NULL).count();
    if (others > 1) {
      throw absent(schema, type);
    }
    schema.parts().forEach(part -> readers.add(of(part, type)));
    return (in, into) -> {
      long branch = in.readLong();
      if (branch < 0 || branch >= readers.size()) {
        throw SchemaText.broken("a union has no branch " + branch);
      }
      readers.get((int) branch).read(in, into);
    };
  }

  private static FieldReader number(AvroSchema schema, Type type) {
    if (type instanceof FloatType floating) {
      boolean single = floating.bits() == 32;
      return (in, into) -> {
        double value = asDouble(schema.kind(), in);
        into.appendDouble(single ? asSingle(value, type) : value);
      };
    }
    LongUnaryOperator fit = fit(schema, type);
    return switch (schema.kind()) {
      case BOOLEAN -> (in, into) -> into.appendLong(fit.applyAsLong(in.readBool() ? 1 : 0));
      case INT -> (in, into) -> into.appendLong(fit.applyAsLong(in.readInt()));
      case LONG -> (in, into) -> into.appendLong(fit.applyAsLong(in.readLong()));
      default -> {
        int bits = keptBits(type);
        double most = Math.scalb(1.0, Math.abs(bits) - (bits < 0 ? 1 : 0));
        double least = bits < 0 ? -most : 0;
        yield (in, into) -> {
          double value = asDouble(schema.kind(), in);
          // one between the largest whole number and the bound is too large, too
          if (!(value >= least && value <= most - 1)) {
            throw outOfRange(value, type);
          }
          into.appendLong(fit.applyAsLong(whole(value)));
        };
      }
    };
  }

  /** How many bits the server keeps a value of a type in, negative for numbers with a sign. */
  private static int keptBits(Type type) {
    if (type instanceof IntegerType integer) {
      return integer.signed() ? -integer.bits() : integer.bits();
    }
    if (type instanceof DecimalType decimal) {
      return -decimal.bits();
    }
    if (type instanceof DateType date) {
      return date.bits() == 16 ? 16 : -32;
    }
    if (type instanceof DateTime64Type) {
      return -64;
    }
    return type instanceof BoolType ? 8 : 32;
  }

  private static TwinhouseException outOfRange(double value, Type type) {
    return new TwinhouseException(
        ErrorCode.VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE,
        "Cannot convert Avro value " + value + " to " + type.name());
  }

  private static double asSingle(double value, Type type) {
    if (Math.abs(value) > Float.MAX_VALUE && !Double.isInfinite(value)) {
      throw outOfRange(value, type);
    }
    return (float) value;
  }

  /** A number with a fraction loses it; one that no long holds is not read. */
  private static long whole(double value) {
    if (!(Math.abs(value) < 0x1p63)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "Avro number " + value + " is not read as a whole number");
    }
    return (long) value;
  }

  private static double asDouble(Kind kind, BlockInput in) {
    return switch (kind) {
      case FLOAT -> in.readFloat();
      case DOUBLE -> in.readDouble();
      case BOOLEAN -> in.readBool() ? 1 : 0;
      case INT -> in.readInt();
      default -> in.readLong();
    };
  }

  /** Takes of a number what the type's width holds, as the server does. */
  private static LongUnaryOperator fit(AvroSchema schema, Type type) {
    if (type instanceof BoolType) {
      return value -> (value & 0xff) == 0 ? 0 : 1;
    }
    if (type instanceof IntegerType integer && integer.bits() <= 64) {
      return integer::wrap;
    }
    if (type instanceof DateType date) {
      return fitDay(schema, date);
    }
    if (type instanceof DateTimeType || (type instanceof IpType ip && ip.version() == 4)) {
      return value -> value & 0xffff_ffffL;
    }
    if (type instanceof DateTime64Type) {
      return value -> value;
    }
    if (type instanceof DecimalType decimal && decimal.bits() <= 64) {
      return decimal.bits() == 32 ? value -> (int) value : value -> value;
    }
    if (type instanceof EnumType || (type instanceof IntegerType) || type instanceof DecimalType) {
      throw absent(schema, type);
    }
    throw unfit(schema, type);
  }

  private static LongUnaryOperator fitDay(AvroSchema schema, DateType date) {
    if (date.bits() == 16) {
      return value -> value & 0xffff;
    }
    return value -> {
      if (value < Integer.MIN_VALUE || value > Integer.MAX_VALUE) {
        throw absent(schema, date);
      }
      return value;
    };
  }

  private static FieldReader text(AvroSchema schema, Type type) {
    if (schema.logical().equals("decimal") && schema.kind() == Kind.BYTES && schema.scale() <= 76) {
      return decimal(schema, type);
    }
    if (type instanceof UuidType) {
      ValueReader texts = ValueReader.of(type, TextStyle.RAW, ReadOptions.lenient(ZoneOffset.UTC));
      return (in, into) -> {
        int length = in.readLength();
        int from = in.skip(length);
        texts.readWhole(in.data(), from, from + length, into);
      };
    }
    if (type instanceof StringType) {
      return (in, into) -> {
        int length = in.readLength();
        into.appendBytes(in.data(), in.skip(length), length);
      };
    }
    if (type instanceof FixedStringType fixed) {
      return (in, into) -> {
        int length = in.readLength();
        if (length != fixed.length()) {
          throw absent(schema, type);
        }
        into.appendBytes(in.data(), in.skip(length), length);
      };
    }
    throw unfit(schema, type);
  }

  private static FieldReader decimal(AvroSchema schema, Type type) {
    if (type instanceof StringType) {
      return (in, into) -> {
        int length = in.readLength();
        into.appendBytes(in.data(), in.skip(length), length);
      };
    }
    boolean alike =
        type instanceof DecimalType same
            && same.scale() == schema.scale()
            && same.precision() == schema.precision();
    boolean time =
        type instanceof DateTime64Type ticks
            && BigInteger.TEN
                .pow(schema.scale())
                .equals(BigInteger.valueOf(ticks.ticksPerSecond()));
    if (!alike && !time) {
      throw absent(schema, type);
    }
    int bits = type instanceof DecimalType decimal ? decimal.bits() : Long.SIZE;
    return (in, into) -> {
      int length = in.readLength();
      int from = in.skip(length);
      BigInteger value = length == 0 ? BigInteger.ZERO : new BigInteger(in.data(), from, length);
      if (value.bitLength() >= bits) {
        throw SchemaText.broken("a decimal does not fit " + type.name());
      }
      append(value, bits, into);
    };
  }

  private static void append(BigInteger value, int bits, ColumnBuilder into) {
    if (bits <= 64) {
      into.appendLong(value.longValue());
      return;
    }
    long[] words = new long[bits / 64];
    for (int i = 0; i < words.length; i++) {
      words[i] = value.shiftRight(64 * i).longValue();
    }
    into.appendWide(words, 0);
  }

  private static FieldReader fixed(AvroSchema schema, Type type) {
    int size = schema.size();
    if (type instanceof StringType
        || (type instanceof FixedStringType fixed && fixed.length() == size)) {
      return (in, into) -> into.appendBytes(in.data(), in.skip(size), size);
    }
    boolean address = type instanceof IpType ip && ip.version() == 6 && size == 16;
    boolean wide = type instanceof IntegerType integer && integer.bits() == 8 * size && size > 8;
    if (!address && !wide) {
      throw type instanceof FixedStringType ? absent(schema, type) : unfit(schema, type);
    }
    return (in, into) -> {
      int from = in.skip(size);
      byte[] bytes = Arrays.copyOfRange(in.data(), from, from + size);
      if (wide) {
        for (int i = 0; i < size / 2; i++) {
          byte last = bytes[size - 1 - i];
          bytes[size - 1 - i] = bytes[i];
          bytes[i] = last;
        }
      }
      append(new BigInteger(1, bytes), 8 * size, into);
    };
  }

  private static FieldReader enumeration(AvroSchema schema, Type type) {
    List<String> symbols = schema.names();
    List<byte[]> texts = symbols.stream().map(s -> s.getBytes(StandardCharsets.UTF_8)).toList();
    if (type instanceof StringType) {
      return (in, into) -> {
        byte[] text = texts.get(symbol(in, symbols));
        into.appendBytes(text, 0, text.length);
      };
    }
    if (type instanceof EnumType names) {
      return (in, into) -> {
        String symbol = symbols.get(symbol(in, symbols));
        Integer number = names.numberOf(symbol);
        if (number == null) {
          throw new TwinhouseException(
              ErrorCode.UNKNOWN_ELEMENT_OF_ENUM,
              "Unknown element '" + symbol + "' for enum " + type.name());
        }
        into.appendLong(number);
      };
    }
    throw unfit(schema, type);
  }

  private static int symbol(BlockInput in, List<String> symbols) {
    long index = in.readLong();
    if (index < 0 || index >= symbols.size()) {
      throw SchemaText.broken("an enum has no symbol " + index);
    }
    return (int) index;
  }

  private static FieldReader array(AvroSchema schema, Type type) {
    if (!(type instanceof ArrayType array)) {
      throw unfit(schema, type);
    }
    FieldReader element = of(schema.element(), array.element());
    return (in, into) -> {
      for (long count = in.readCount(); count != 0; count = in.readCount()) {
        for (long i = 0; i < bounded(count, schema, in); i++) {
          element.read(in, into.elements());
        }
      }
      into.endRow();
    };
  }

  /** Elements take a byte at least; of those that take none there could be any number. */
  private static long bounded(long count, AvroSchema schema, BlockInput in) {
    if (schema.kind() == Kind.ARRAY && takesNothing(schema.element())) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "Avro arrays of elements without a byte are not read");
    }
    if (count < 0 || count > in.data().length) {
      throw SchemaText.broken("a " + schema.kind() + " has " + count + " elements");
    }
    return count;
  }

  private static boolean takesNothing(AvroSchema schema) {
    return switch (schema.kind()) {
      case NULL -> true;
      case FIXED -> schema.size() == 0;
      case RECORD -> schema.parts().stream().allMatch(FieldReaders::takesNothing);
      default -> false;
    };
  }

  private static FieldReader map(AvroSchema schema, Type type) {
    if (!(type instanceof MapType map)) {
      throw unfit(schema, type);
    }
    FieldReader key = key(schema, map);
    FieldReader value = of(schema.element(), map.value());
    return (in, into) -> {
      for (long count = in.readCount(); count != 0; count = in.readCount()) {
        for (long i = 0; i < bounded(count, schema, in); i++) {
          key.read(in, into.elements().element(0));
          value.read(in, into.elements().element(1));
          into.elements().endRow();
        }
      }
      into.endRow();
    };
  }

  private static FieldReader record(AvroSchema schema, Type type) {
    if (!(type instanceof TupleType tuple)) {
      throw unfit(schema, type);
    }
    boolean alike = tuple.elements().size() == schema.parts().size();
    if (!alike || !(tuple.names().isEmpty() || tuple.names().equals(schema.names()))) {
      throw absent(schema, type);
    }
    List<FieldReader> elements = new ArrayList<>();
    for (int i = 0; i < schema.parts().size(); i++) {
      elements.add(of(schema.parts().get(i), tuple.elements().get(i)));
    }
    return (in, into) -> {
      for (int i = 0; i < elements.size(); i++) {
        elements.get(i).read(in, into.element(i));
      }
      into.endRow();
    };
  }

  /** Keys are texts, of which the server makes integers, too. */
  private static FieldReader key(AvroSchema schema, MapType map) {
    if (map.key().base() instanceof StringType) {
      return of(AvroSchema.plain(Kind.STRING), map.key());
    }
    if (!(map.key() instanceof IntegerType)) {
      throw absent(schema, map);
    }
    ValueReader texts =
        ValueReader.of(map.key(), TextStyle.RAW, ReadOptions.lenient(ZoneOffset.UTC));
    return (in, into) -> {
      int length = in.readLength();
      int from = in.skip(length);
      texts.readWhole(in.data(), from, from + length, into);
    };
  }

  /** Passes a value that no column wants. */
  static void skip(AvroSchema schema, BlockInput in, int level) {
    if (level > MOST_LEVELS) {
      throw SchemaText.broken("its values are too deep");
    }
    switch (schema.kind()) {
      case NULL -> in.skip(0);
      case BOOLEAN -> in.readBool();
      case INT -> in.readInt();
      case LONG, ENUM -> in.readLong();
      case FLOAT -> in.skip(Float.BYTES);
      case DOUBLE -> in.skip(Double.BYTES);
      case BYTES, STRING -> in.skip(in.readLength());
      case FIXED -> in.skip(schema.size());
      case RECORD -> schema.parts().forEach(part -> skip(part, in, level + 1));
      case UNION -> {
        long branch = in.readLong();
        if (branch < 0 || branch >= schema.parts().size()) {
          throw SchemaText.broken("a union has no branch " + branch);
        }
        skip(schema.parts().get((int) branch), in, level + 1);
      }
      case ARRAY, MAP -> {
        for (long count = in.readCount(); count != 0; count = in.readCount()) {
          for (long i = 0; i < bounded(count, schema, in); i++) {
            if (schema.kind() == Kind.MAP) {
              in.skip(in.readLength());
            }
            skip(schema.element(), in, level + 1);
          }
        }
      }
    }
  }
}
