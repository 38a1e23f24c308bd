// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.type.StringType;
import java.io.IOException;
import java.io.InputStream;

/** LineAsString: a line is a value; RawBLOB: all of the data is one. */
record WholeTextFormat(String name) implements InputFormat {

  @Override
  public RowReader reader(Schema columns, FormatSettings settings, InputStream data) {
    boolean lines = name.equals("LineAsString");
    boolean fits =
        columns.size() == 1
            && (lines ? columns.type(0) : columns.type(0).base()) instanceof StringType;
    if (!fits) {
      throw new TwinhouseException(
          lines ? ErrorCode.INCORRECT_QUERY : ErrorCode.BAD_ARGUMENTS,
          "This input format is only suitable for tables with a single column of type String; name"
              + " it behind the table");
    }
    return new Reader(lines, columns, settings, data);
  }

  private static final class Reader extends TextRowReader {
    private final boolean lines;
    private boolean done;

    Reader(boolean lines, Schema columns, FormatSettings settings, InputStream data) {
      super(columns, TextStyle.RAW, settings, data);
      this.lines = lines;
    }

    @Override
    protected boolean row(RecordFeed in) throws IOException {
      if (done || (lines && in.peek(0) < 0)) {
        return false;
      }
      int length = 0;
      int next = in.peek(0);
      while (next >= 0 && (!lines || next != '\n')) {
        next = in.peek(++length);
      }
      in.take(length);
      builder(0).appendBytes(in.data(), in.from(), length);
      in.skip(next < 0 ? 0 : 1);
      done = !lines;
      return true;
    }
  }
}
