// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.type.IntegerType;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** One: a row with the number 0, whatever the data; they are not read. */
record OneFormat() implements InputFormat {

  @Override
  public String name() {
    return "One";
  }

  @Override
  public RowReader reader(Schema columns, FormatSettings settings, InputStream data) {
    if (columns.size() != 1 || !columns.type(0).equals(IntegerType.UINT8)) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "One input format is only suitable for tables with a single column of type UInt8");
    }
    return new Reader(columns);
  }

  private static final class Reader implements RowReader {
    private final Schema columns;
    private boolean done;

    Reader(Schema columns) {
      this.columns = columns;
    }

    @Override
    public Schema schema() {
      return columns;
    }

    @Override
    public @Nullable Batch next() {
      if (done) {
        return null;
      }
      done = true;
      return Batch.of(1, LongColumn.of(new long[1], 1, null));
    }

    @Override
    public void close() {
      // the stream belongs to the caller
    }
  }
}
