// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.tskv;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.format.text.RecordFeed;
import io.twinhouse.engine.format.text.TextRowReader;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Form: one row, as a browser sends the fields of a form, {@code name=value&name=value}. */
record FormFormat() implements InputFormat {

  @Override
  public String name() {
    return "Form";
  }

  @Override
  public RowReader reader(Schema columns, FormatSettings settings, InputStream data) {
    return new Reader(columns, settings, data);
  }

  private static final class Reader extends TextRowReader {
    private final boolean skipsUnknown;

    Reader(Schema columns, FormatSettings settings, InputStream data) {
      super(columns, TextStyle.RAW, settings, data);
      skipsUnknown = settings.flag("input_format_skip_unknown_fields", true);
    }

    @Override
    protected boolean row(RecordFeed in) throws IOException {
      if (in.peek(0) < 0) {
        return false;
      }
      do {
        in.take(lengthTo(in, '='));
        String name = new String(in.data(), in.from(), in.to() - in.from(), StandardCharsets.UTF_8);
        if (in.peek(0) < 0) {
          throw new TwinhouseException(
              ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED,
              "Cannot parse input: expected '=' at end of stream");
        }
        in.skip(1);
        in.take(lengthTo(in, '&'));
        field(name, Arrays.copyOfRange(in.data(), in.from(), in.to()));
        in.skip(in.peek(0) < 0 ? 0 : 1);
      } while (in.peek(0) >= 0);
      return true;
    }

    private static int lengthTo(RecordFeed in, char end) throws IOException {
      int length = 0;
      for (int next = in.peek(0); next >= 0 && next != end; next = in.peek(length)) {
        length++;
      }
      return length;
    }

    private void field(String name, byte[] encoded) {
      int column = schema().indexOf(name);
      if (column < 0 && skipsUnknown) {
        return;
      }
      if (column < 0 || has(column)) {
        throw new TwinhouseException(
            ErrorCode.INCORRECT_DATA,
            (column < 0 ? "Unknown" : "Duplicate")
                + " field found while parsing Form format: "
                + name);
      }
      byte[] value = new byte[encoded.length];
      int length = decode(encoded, value);
      String word = new String(value, 0, length, StandardCharsets.UTF_8);
      boolean none = word.equalsIgnoreCase("NULL") || word.equals("ᴺᵁᴸᴸ");
      if (none && schema().type(column).isNullable()) {
        appendNull(column);
      } else if (none && schema().type(column).base() instanceof ArrayType) {
        throw new TwinhouseException(
            ErrorCode.CANNOT_READ_ARRAY_FROM_TEXT, "Array does not start with '[' character");
      } else {
        value(column, value, length);
      }
    }

    private void value(int column, byte[] value, int length) {
      boolean whole = schema().type(column).base() instanceof IntegerType;
      if (whole && length > 0 && value[0] == '+') {
        throw new TwinhouseException(
            ErrorCode.UNEXPECTED_DATA_AFTER_PARSED_VALUE,
            "Unexpected data '+' after parsed Number value '0'");
      }
      try {
        reader(column).readWhole(value, 0, length, builder(column));
      } catch (TwinhouseException refused) {
        boolean number = whole && refused.is(ErrorCode.CANNOT_PARSE_NUMBER);
        if (number || refused.is(ErrorCode.CANNOT_PARSE_TEXT)) {
          throw new TwinhouseException(
              ErrorCode.UNEXPECTED_DATA_AFTER_PARSED_VALUE,
              String.valueOf(refused.getMessage()),
              refused);
        }
        throw refused;
      }
    }

    /** Takes %XX for a byte, but, as the server, a plus for a plus; returns the length. */
    private static int decode(byte[] encoded, byte[] into) {
      int length = 0;
      for (int i = 0; i < encoded.length; i++) {
        if (encoded[i] == '%') {
          into[length++] = (byte) (digit(encoded, i + 1) << 4 | digit(encoded, i + 2));
          i += 2;
        } else {
          into[length++] = encoded[i];
        }
      }
      return length;
    }

    private static int digit(byte[] encoded, int at) {
      int digit = at < encoded.length ? Character.digit(encoded[at], 16) : -1;
      if (digit < 0) {
        throw new TwinhouseException(
            ErrorCode.POCO_EXCEPTION, "Bad URI syntax: no two hex digits behind a percent sign");
      }
      return digit;
    }
  }
}
