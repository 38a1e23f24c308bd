// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.tagged;

import static java.nio.charset.StandardCharsets.US_ASCII;

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
import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.ZoneOffset;
import java.util.Arrays;

/** Codecs of types without parts. */
final class MsgPackScalars {

  /** How a UUID is written; all three are read. */
  enum UuidForm {
    EXTENSION,
    BINARY,
    TEXT
  }

  private MsgPackScalars() {}

  /** Bool too: the server writes it as a number. */
  static final class OfInteger extends MsgPackCodec {
    private final Type type;
    private final boolean signed;
    private final int unused;

    OfInteger(Type type) {
      this.type = type;
      boolean ticks = type instanceof DateTime64Type;
      this.signed = BinaryCodecs.isSigned(type);
      this.unused = ticks ? 0 : 64 - 8 * BinaryCodecs.widthOf(type);
    }

    @Override
    void writeValue(Column column, int row, MsgPackOutput out) throws IOException {
      long value = ((LongColumn) column).values()[row];
      if (signed) {
        out.signed(value);
      } else {
        out.unsigned(value);
      }
    }

    /** Like the server, takes what fits of a number that is too large. */
    @Override
    void read(MsgPackInput.Kind kind, MsgPackInput in, ColumnBuilder into) {
      if (kind != MsgPackInput.Kind.INTEGER && kind != MsgPackInput.Kind.BOOL) {
        throw in.unfit(type);
      }
      long value = in.number() << unused;
      into.appendLong(checked(signed ? value >> unused : value >>> unused));
    }

    /** A number without a name, or neither true nor false, is nothing that we could keep. */
    private long checked(long value) {
      boolean known =
          type instanceof EnumType names
              ? names.names().containsKey((int) value)
              : !(type instanceof BoolType) || value == 0 || value == 1;
      if (!known) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "Number " + value + " is no value of " + type.name() + "; insert into Int16 instead");
      }
      return value;
    }
  }

  static final class OfFloat extends MsgPackCodec {
    private final Type type;
    private final boolean single;

    OfFloat(Type type) {
      this.type = type;
      this.single = type.equals(FloatType.FLOAT32);
    }

    @Override
    void writeValue(Column column, int row, MsgPackOutput out) throws IOException {
      double value = ((DoubleColumn) column).values()[row];
      if (single) {
        out.float32((float) value);
      } else {
        out.float64(value);
      }
    }

    @Override
    void read(MsgPackInput.Kind kind, MsgPackInput in, ColumnBuilder into) {
      if (kind == MsgPackInput.Kind.FLOAT_32 && single) {
        into.appendDouble(Float.intBitsToFloat((int) in.number()));
      } else if (kind == MsgPackInput.Kind.FLOAT_64 && !single) {
        into.appendDouble(Double.longBitsToDouble(in.number()));
      } else {
        throw in.unfit(type);
      }
    }
  }

  /** String and FixedString. */
  static final class OfText extends MsgPackCodec {
    private final Type type;

    OfText(Type type) {
      this.type = type;
    }

    @Override
    void writeValue(Column column, int row, MsgPackOutput out) throws IOException {
      if (column instanceof DictionaryColumn coded) {
        byte[] bytes = coded.dictionary().bytes(coded.ids()[row]);
        out.binary(bytes, 0, bytes.length);
      } else {
        BytesColumn flat = (BytesColumn) column;
        out.binary(flat.data(), flat.offsets()[row], flat.length(row));
      }
    }

    @Override
    void read(MsgPackInput.Kind kind, MsgPackInput in, ColumnBuilder into) throws IOException {
      if (kind != MsgPackInput.Kind.STRING && kind != MsgPackInput.Kind.BINARY) {
        throw in.unfit(type);
      }
      byte[] bytes = in.bytes();
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
  }

  /** Numbers of more than 64 bits, least significant byte first, and IPv6 in network order. */
  static final class OfWords extends MsgPackCodec {
    private final Type type;
    private final boolean network;

    OfWords(Type type, boolean network) {
      this.type = type;
      this.network = network;
    }

    @Override
    void writeValue(Column column, int row, MsgPackOutput out) throws IOException {
      WideColumn wide = (WideColumn) column;
      byte[] bytes = WideBytes.of(wide, row, network);
      out.binary(bytes, 0, bytes.length);
    }

    @Override
    void read(MsgPackInput.Kind kind, MsgPackInput in, ColumnBuilder into) throws IOException {
      if (kind != MsgPackInput.Kind.BINARY) {
        throw in.unfit(type);
      }
      WideBytes.append(in.bytes(), type, network, into);
    }
  }

  static final class OfUuid extends MsgPackCodec {
    private static final int EXTENSION = 2;

    private final UuidForm form;
    private final ValueReader texts =
        ValueReader.of(UuidType.INSTANCE, TextStyle.RAW, ReadOptions.lenient(ZoneOffset.UTC));

    OfUuid(UuidForm form) {
      this.form = form;
    }

    @Override
    void writeValue(Column column, int row, MsgPackOutput out) throws IOException {
      byte[] bytes = WideBytes.of((WideColumn) column, row, true);
      switch (form) {
        case EXTENSION -> out.extension(EXTENSION, bytes);
        case BINARY -> {
          // The server writes the two halves as they lie in its memory.
          ByteBuffer halves = ByteBuffer.wrap(bytes);
          ByteBuffer turned = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
          turned.putLong(halves.getLong()).putLong(halves.getLong());
          out.binary(turned.array(), 0, 16);
        }
        case TEXT -> {
          ByteBuffer halves = ByteBuffer.wrap(bytes);
          java.util.UUID value = new java.util.UUID(halves.getLong(), halves.getLong());
          out.shortText(value.toString().getBytes(US_ASCII));
        }
      }
    }

    @Override
    void read(MsgPackInput.Kind kind, MsgPackInput in, ColumnBuilder into) throws IOException {
      switch (kind) {
        case STRING -> {
          byte[] text = in.bytes();
          texts.readWhole(text, 0, text.length, into);
        }
        case BINARY -> WideBytes.append(in.bytes(), UuidType.INSTANCE, true, into);
        case EXTENSION -> {
          int extension = in.extensionKind();
          if (extension != EXTENSION) {
            throw new TwinhouseException(
                ErrorCode.BAD_ARGUMENTS, "Unsupported MsgPack extension type: " + extension);
          }
          WideBytes.append(in.bytes(), UuidType.INSTANCE, true, into);
        }
        default -> throw in.unfit(UuidType.INSTANCE);
      }
    }
  }

  /** The type of a bare NULL. */
  static final class OfNothing extends MsgPackCodec {
    private final Type type;

    OfNothing(Type type) {
      this.type = type;
    }

    @Override
    void writeValue(Column column, int row, MsgPackOutput out) throws IOException {
      out.nil();
    }

    @Override
    void read(MsgPackInput.Kind kind, MsgPackInput in, ColumnBuilder into) {
      throw in.unfit(type);
    }
  }
}
