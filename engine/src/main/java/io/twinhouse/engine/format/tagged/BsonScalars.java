// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.tagged;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.binary.BinaryCodecs;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Codecs of types without parts. */
final class BsonScalars {

  private static final int INT_BITS = 32;

  private BsonScalars() {}

  /** Whole numbers up to 64 bits and what is kept as one: dates, enums, Bool, IPv4, decimals. */
  static final class OfNumber extends BsonCodec {
    private final Type type;
    private final BsonKind kind;
    private final Set<BsonKind> read;
    private final boolean signed;
    private final int unused;

    OfNumber(Type type) {
      this.type = type;
      boolean ticks = type instanceof DateTime64Type;
      int bits = ticks ? Long.SIZE : 8 * BinaryCodecs.widthOf(type);
      this.signed = BinaryCodecs.isSigned(type);
      this.unused = Long.SIZE - bits;
      this.kind = kindOf(type, bits, signed);
      this.read =
          ticks
              ? EnumSet.of(BsonKind.DATE_TIME, BsonKind.INT_64)
              : type instanceof DecimalType || type instanceof IpType
                  ? EnumSet.of(kind)
                  : EnumSet.of(BsonKind.INT_32, BsonKind.INT_64, BsonKind.BOOL);
    }

    private static BsonKind kindOf(Type type, int bits, boolean signed) {
      if (type instanceof BoolType) {
        return BsonKind.BOOL;
      }
      if (type instanceof DateTime64Type) {
        return BsonKind.DATE_TIME;
      }
      boolean fits = bits < INT_BITS || (bits == INT_BITS && (signed || type instanceof IpType));
      return fits ? BsonKind.INT_32 : BsonKind.INT_64;
    }

    @Override
    BsonKind kind() {
      return kind;
    }

    @Override
    void writeValue(Column column, int row, BsonOutput out) {
      long value = ((LongColumn) column).values()[row];
      switch (kind) {
        case BOOL -> out.int8((int) value);
        case INT_32 -> out.int32((int) value);
        default -> out.int64(value);
      }
    }

    /** Like the server, takes what fits of a number that is too large. */
    @Override
    void read(BsonKind given, BsonInput in, ColumnBuilder into) throws IOException {
      if (!read.contains(given)) {
        throw given.unfit(type.name());
      }
      long value = in.fixed(given.length());
      if (type instanceof BoolType) {
        into.appendLong(value == 0 ? 0 : 1);
      } else {
        value <<= unused;
        into.appendLong(named(signed ? value >> unused : value >>> unused));
      }
    }

    /** A number without a name is nothing that we could keep. */
    private long named(long value) {
      if (type instanceof EnumType names && !names.names().containsKey((int) value)) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "Number " + value + " is no value of " + type.name() + "; insert into Int16 instead");
      }
      return value;
    }
  }

  static final class OfFloat extends BsonCodec {
    private final Type type;

    OfFloat(Type type) {
      this.type = type;
    }

    @Override
    BsonKind kind() {
      return BsonKind.DOUBLE;
    }

    @Override
    void writeValue(Column column, int row, BsonOutput out) {
      out.int64(Double.doubleToRawLongBits(((DoubleColumn) column).values()[row]));
    }

    @Override
    void read(BsonKind kind, BsonInput in, ColumnBuilder into) throws IOException {
      if (kind != BsonKind.DOUBLE) {
        throw kind.unfit(type.name());
      }
      double value = Double.longBitsToDouble(in.fixed(Double.BYTES));
      into.appendDouble(type.equals(FloatType.FLOAT32) ? (float) value : value);
    }
  }

  /** String and FixedString: bytes, or strings if a setting says so. */
  static final class OfText extends BsonCodec {
    private static final Set<BsonKind> STRINGS =
        EnumSet.of(BsonKind.STRING, BsonKind.SYMBOL, BsonKind.SCRIPT);

    private final Type type;
    private final boolean asString;

    OfText(Type type, boolean asString) {
      this.type = type;
      this.asString = asString;
    }

    @Override
    BsonKind kind() {
      return asString ? BsonKind.STRING : BsonKind.BINARY;
    }

    @Override
    void writeValue(Column column, int row, BsonOutput out) {
      if (column instanceof DictionaryColumn coded) {
        byte[] bytes = coded.dictionary().bytes(coded.ids()[row]);
        write(bytes, 0, bytes.length, out);
      } else {
        BytesColumn flat = (BytesColumn) column;
        write(flat.data(), flat.offsets()[row], flat.length(row), out);
      }
    }

    private void write(byte[] data, int from, int length, BsonOutput out) {
      out.int32(asString ? length + 1 : length);
      if (!asString) {
        out.int8(BsonInput.PLAIN);
      }
      out.bytes(data, from, length);
      if (asString) {
        out.int8(0);
      }
    }

    @Override
    void read(BsonKind kind, BsonInput in, ColumnBuilder into) throws IOException {
      byte[] bytes = bytes(kind, in);
      if (type instanceof FixedStringType fixed) {
        if (bytes.length > fixed.length()) {
          throw new TwinhouseException(
              ErrorCode.TOO_LARGE_STRING_SIZE,
              "Too large string of " + bytes.length + " bytes for " + type.name());
        }
        bytes = Arrays.copyOf(bytes, fixed.length());
      }
      into.appendBytes(bytes, 0, bytes.length);
    }

    private byte[] bytes(BsonKind kind, BsonInput in) throws IOException {
      if (STRINGS.contains(kind)) {
        return in.string();
      }
      if (kind == BsonKind.OBJECT_ID) {
        return in.bytes(kind.length());
      }
      int[] head = kind == BsonKind.BINARY ? in.binaryHead() : new int[] {0, BsonInput.UUID};
      if (head[1] != BsonInput.PLAIN && head[1] != BsonInput.OLD_PLAIN) {
        throw kind.unfit(type.name());
      }
      return in.bytes(head[0]);
    }
  }

  /** Numbers of more than 64 bits, least significant byte first, IPv6 in network order, UUID. */
  static final class OfWords extends BsonCodec {
    private final Type type;
    private final boolean uuid;

    OfWords(Type type) {
      this.type = type;
      this.uuid = type instanceof UuidType;
    }

    @Override
    BsonKind kind() {
      return BsonKind.BINARY;
    }

    @Override
    void writeValue(Column column, int row, BsonOutput out) {
      boolean network = uuid || type instanceof IpType;
      byte[] bytes = WideBytes.of((WideColumn) column, row, network);
      out.int32(bytes.length);
      out.int8(uuid ? BsonInput.UUID : BsonInput.PLAIN);
      out.bytes(uuid ? turned(bytes) : bytes, 0, bytes.length);
    }

    /** The two halves of a UUID, each with its least significant byte first. */
    private static byte[] turned(byte[] bytes) {
      ByteBuffer halves = ByteBuffer.wrap(bytes);
      ByteBuffer turned = ByteBuffer.allocate(bytes.length).order(ByteOrder.LITTLE_ENDIAN);
      return turned.putLong(halves.getLong()).putLong(halves.getLong()).array();
    }

    @Override
    void read(BsonKind kind, BsonInput in, ColumnBuilder into) throws IOException {
      if (kind != BsonKind.BINARY) {
        throw kind.unfit(type.name());
      }
      int[] head = in.binaryHead();
      boolean isUuid = head[1] == BsonInput.UUID || head[1] == BsonInput.OLD_UUID;
      if (uuid ? !isUuid : head[1] != BsonInput.PLAIN) {
        throw kind.unfit(type.name());
      }
      byte[] bytes = in.bytes(head[0]);
      boolean halves = uuid && bytes.length == 2 * Long.BYTES;
      WideBytes.append(halves ? turned(bytes) : bytes, type, uuid || type instanceof IpType, into);
    }
  }
}
