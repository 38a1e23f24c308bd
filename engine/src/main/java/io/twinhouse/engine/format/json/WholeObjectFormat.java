// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.json;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.format.text.RecordFeed;
import io.twinhouse.engine.format.text.TextRowReader;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.io.IOException;
import java.io.InputStream;

/**
 * JSONAsString and JSONAsObject: each object of the data, bare or in one array, is a value.
 *
 * @param text whether the value is the text of the object, not the object
 */
record WholeObjectFormat(String name, boolean text) implements InputFormat {

  @Override
  public RowReader reader(Schema columns, FormatSettings settings, InputStream data) {
    String wanted = text ? "String" : "JSON";
    if (columns.size() != 1 || !fits(columns.type(0))) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Input format "
              + name
              + " is only suitable for tables with a single column of type "
              + wanted);
    }
    return new Reader(text, columns, settings, data);
  }

  private boolean fits(Type type) {
    return text ? type.base() instanceof StringType : type instanceof JsonType;
  }

  private static final class Reader extends TextRowReader {
    private final boolean text;
    private final ValueBounds bounds = new ValueBounds();
    private boolean inArray;
    private boolean ended;

    Reader(boolean text, Schema columns, FormatSettings settings, InputStream data) {
      super(columns, text ? TextStyle.RAW : TextStyle.JSON, settings, data);
      this.text = text;
    }

    @Override
    protected void header(RecordFeed in, Schema columns) throws IOException {
      skip(in, "");
      inArray = in.peek(0) == '[';
      in.skip(inArray ? 1 : 0);
    }

    @Override
    protected boolean row(RecordFeed in) throws IOException {
      int next = ended ? -1 : skip(in, ",");
      if (inArray ? next == ']' || next < 0 : next == ';' || next < 0) {
        end(in, next);
        return false;
      }
      if (next != '{') {
        throw new TwinhouseException(ErrorCode.INCORRECT_DATA, "JSON object must begin with '{'");
      }
      int length = bounds.lengthOrEnd(in);
      if (length < 0) {
        throw new TwinhouseException(
            ErrorCode.INCORRECT_DATA, "Unexpected end of file while parsing JSON object");
      }
      in.take(length);
      if (text) {
        builder(0).appendBytes(in.data(), in.from(), length);
      } else {
        reader(0).readWhole(in.data(), in.from(), in.to(), builder(0));
      }
      return true;
    }

    private void end(RecordFeed in, int next) throws IOException {
      if (ended) {
        return;
      }
      ended = true;
      if (inArray && next < 0) {
        throw unexpected("Cannot parse input: expected ']' at end of stream");
      }
      in.skip(next < 0 ? 0 : 1);
      if (skip(in, ";") >= 0) {
        throw unexpected("Cannot parse input: expected 'eof' behind the objects");
      }
    }

    private static TwinhouseException unexpected(String message) {
      return new TwinhouseException(ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED, message);
    }

    /** Passes blanks and these bytes; answers the one ahead, or -1 at the end. */
    private static int skip(RecordFeed in, String passed) throws IOException {
      int next = in.peek(0);
      while (RowSequence.isBlank(next) || (next >= 0 && passed.indexOf(next) >= 0)) {
        in.skip(1);
        next = in.peek(0);
      }
      return next;
    }
  }
}
