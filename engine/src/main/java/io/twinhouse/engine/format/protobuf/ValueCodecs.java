// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.protobuf;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.util.Locale;

/** Chooses the codec of a value by the types of its column and of its field. */
final class ValueCodecs {

  private ValueCodecs() {}

  /**
   * The codec of values without parts.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED for types that would have to be converted
   */
  static ValueCodec of(String column, Type type, MessageField field) {
    Type base = type.base();
    FieldKind kind = field.kind();
    boolean text = kind == FieldKind.STRING || kind == FieldKind.BYTES;
    if (text && base instanceof StringType) {
      return new OfText();
    }
    if (isFloat(kind, base)) {
      return new OfFloat(kind == FieldKind.FLOAT);
    }
    if (kind == FieldKind.ENUM && base instanceof EnumType named) {
      return new OfEnum(column, named, field);
    }
    if (kind == FieldKind.BOOL && base instanceof BoolType) {
      return new OfInteger(column, type, 1, false, kind);
    }
    int bits = bits(base);
    boolean signed = base instanceof IntegerType integer && integer.signed();
    if (!fits(bits, signed, kind)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Column '"
              + column
              + "' of type "
              + type.name()
              + " and a field of kind "
              + kind.name().toLowerCase(Locale.ROOT)
              + " need a conversion that Protobuf does not do here; give them types that fit");
    }
    return new OfInteger(column, type, bits, signed, kind);
  }

  private static boolean isFloat(FieldKind kind, Type base) {
    return (kind == FieldKind.FLOAT && base.equals(FloatType.FLOAT32))
        || (kind == FieldKind.DOUBLE && base.equals(FloatType.FLOAT64));
  }

  /** Whether all whole numbers of a column are ones of a field. */
  private static boolean fits(int bits, boolean signed, FieldKind kind) {
    if (bits == 0 || kind.bits() <= 1) {
      return false;
    }
    return signed == kind.isSigned() ? bits <= kind.bits() : !signed && bits < kind.bits();
  }

  /** Bits of a whole number as the format has it; 0 for what is none. */
  private static int bits(Type base) {
    if (base instanceof IntegerType integer) {
      return integer.bits() <= 64 ? integer.bits() : 0;
    }
    if (base instanceof BoolType) {
      return 8;
    }
    if (base instanceof DateTimeType) {
      return 32;
    }
    return base.equals(DateType.DATE) ? 16 : 0;
  }

  private static TwinhouseException cast(String column, String value, String from, Type to) {
    return new TwinhouseException(
        ErrorCode.PROTOBUF_BAD_CAST,
        "Could not convert value '"
            + value
            + "' from type "
            + from
            + " to type "
            + to.name()
            + " while reading a field for inserting into column '"
            + column
            + "'");
  }

  private static final class OfInteger implements ValueCodec {
    private final String column;
    private final Type type;
    private final int bits;
    private final boolean signed;
    private final FieldKind kind;

    OfInteger(String column, Type type, int bits, boolean signed, FieldKind kind) {
      this.column = column;
      this.type = type;
      this.bits = bits;
      this.signed = signed;
      this.kind = kind;
    }

    @Override
    public void write(Column flat, int row, MessageOutput out) {
      long value = ((LongColumn) flat).values()[row];
      if (kind.wire() == 0) {
        boolean zigzag = kind == FieldKind.SINT32 || kind == FieldKind.SINT64;
        out.varint(zigzag ? value << 1 ^ value >> 63 : value);
      } else {
        out.fixed(value, kind.bits() / 8);
      }
    }

    @Override
    public boolean isDefault(Column flat, int row) {
      return ((LongColumn) flat).values()[row] == 0;
    }

    @Override
    public void read(MessageInput in, ColumnBuilder into) {
      long value = value(in);
      boolean fits;
      if (bits == 64) {
        fits = signed == kind.isSigned() || value >= 0;
      } else if (signed) {
        long most = 1L << bits - 1;
        fits = (kind.isSigned() || value >= 0) && value >= -most && value < most;
      } else {
        fits = value >= 0 && value < 1L << bits;
      }
      if (!fits) {
        String text = kind.isSigned() ? Long.toString(value) : Long.toUnsignedString(value);
        throw cast(column, text, kind.isSigned() ? "Int64" : "UInt64", type);
      }
      into.appendLong(type.base() instanceof BoolType && value != 0 ? 1 : value);
    }

    private long value(MessageInput in) {
      return switch (kind) {
        case FIXED32 -> in.fixed(4);
        case SFIXED32 -> (int) in.fixed(4);
        case FIXED64, SFIXED64 -> in.fixed(8);
        case SINT32, SINT64 -> {
          long coded = in.varint();
          yield coded >>> 1 ^ -(coded & 1);
        }
        default -> in.varint();
      };
    }
  }

  private static final class OfFloat implements ValueCodec {
    private final boolean single;

    OfFloat(boolean single) {
      this.single = single;
    }

    @Override
    public void write(Column flat, int row, MessageOutput out) {
      double value = ((DoubleColumn) flat).values()[row];
      if (single) {
        out.fixed(Float.floatToRawIntBits((float) value), 4);
      } else {
        out.fixed(Double.doubleToRawLongBits(value), 8);
      }
    }

    @Override
    public boolean isDefault(Column flat, int row) {
      return ((DoubleColumn) flat).values()[row] == 0;
    }

    @Override
    public void read(MessageInput in, ColumnBuilder into) {
      into.appendDouble(
          single ? Float.intBitsToFloat((int) in.fixed(4)) : Double.longBitsToDouble(in.fixed(8)));
    }
  }

  private static final class OfText implements ValueCodec {
    @Override
    public void write(Column flat, int row, MessageOutput out) {
      BytesColumn texts = (BytesColumn) flat;
      out.varint(texts.length(row));
      out.bytes(texts.data(), texts.offsets()[row], texts.length(row));
    }

    @Override
    public boolean isDefault(Column flat, int row) {
      return ((BytesColumn) flat).length(row) == 0;
    }

    @Override
    public void read(MessageInput in, ColumnBuilder into) {
      into.appendBytes(in.data(), in.position(), in.end() - in.position());
    }
  }

  /** Enums whose names stand for the same numbers on both sides, as far as both have them. */
  private static final class OfEnum implements ValueCodec {
    private final String column;
    private final EnumType type;

    /** What a missing field means: the name that the schema has first. */
    private final int first;

    OfEnum(String column, EnumType type, MessageField field) {
      this.column = column;
      this.type = type;
      field
          .numbers()
          .forEach(
              (name, number) -> {
                if (!name.equals(type.names().get(number))) {
                  throw new TwinhouseException(
                      ErrorCode.NOT_IMPLEMENTED,
                      "An enum of the schema with other names or numbers than column '"
                          + column
                          + "' is not supported; '"
                          + name
                          + "' is "
                          + number);
                }
              });
      if (type.names().size() != field.numbers().size()) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "Column '" + column + "' has names that the enum of the schema has not");
      }
      first = field.numbers().values().iterator().next();
    }

    @Override
    public void write(Column flat, int row, MessageOutput out) {
      out.varint(((LongColumn) flat).values()[row]);
    }

    @Override
    public boolean isDefault(Column flat, int row) {
      return ((LongColumn) flat).values()[row] == 0;
    }

    @Override
    public void read(MessageInput in, ColumnBuilder into) {
      long value = in.varint();
      if (value != (int) value || !type.names().containsKey((int) value)) {
        throw cast(column, Long.toString(value), "enum", type);
      }
      into.appendLong(value);
    }

    @Override
    public void absent(ColumnBuilder into) {
      into.appendLong(first);
    }
  }
}
