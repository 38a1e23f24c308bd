// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.numpy;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.text.RecordFeed;
import io.twinhouse.engine.format.text.TextRowReader;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.Type;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads the first dimension as rows, as many as the data have and the shape tells at most. */
final class NpyReader extends TextRowReader {

  /** Elements without bytes cost the sender nothing, so a row of them is bounded. */
  private static final long MOST_WITHOUT_BYTES = 1 << 20;

  private NpyHeader header = new NpyHeader(NpyElement.of("|u1"), new long[1]);
  private @Nullable NpyValue value;
  private boolean hasBytes;
  private long rowsLeft;

  NpyReader(Schema columns, FormatSettings settings, InputStream data) {
    super(columns, TextStyle.RAW, settings, data);
    if (columns.size() != 1) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Unexpected number of columns for Npy input format, expected one column, got "
              + columns.size()
              + " columns");
    }
  }

  @Override
  protected void header(RecordFeed in, Schema columns) throws IOException {
    header = NpyHeader.read(in);
    rowsLeft = header.shape()[0];
    hasBytes = header.element().bytes() > 0;
    long elements = 1;
    for (int i = 1; i < header.shape().length; i++) {
      hasBytes &= header.shape()[i] > 0;
      long size = Math.max(1, header.shape()[i]); // what stands before a 0 is walked too
      boolean many = size > MOST_WITHOUT_BYTES / elements;
      elements = many ? MOST_WITHOUT_BYTES + 1 : elements * size;
    }
    if (!hasBytes && elements > MOST_WITHOUT_BYTES) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "A row of more than " + MOST_WITHOUT_BYTES + " elements without bytes is not read");
    }
  }

  @Override
  protected boolean row(RecordFeed in) throws IOException {
    if (rowsLeft == 0 || (hasBytes && in.peek(0) < 0)) {
      return false;
    }
    rowsLeft--;
    if (value == null) {
      value = value(schema().type(0));
    }
    row(value, in, 1, builder(0));
    return true;
  }

  private NpyValue value(Type column) {
    Type type = column;
    for (int i = 1; i < header.shape().length; i++) {
      if (!(type instanceof ArrayType array)) {
        throw misnested(column);
      }
      type = array.element();
    }
    if (type instanceof ArrayType) {
      throw misnested(column);
    }
    return NpyValue.of(header.element(), type);
  }

  private TwinhouseException misnested(Type column) {
    return new TwinhouseException(
        ErrorCode.BAD_ARGUMENTS,
        "Unexpected nesting level of column '"
            + column.name()
            + "', expected "
            + (header.shape().length - 1));
  }

  private void row(NpyValue value, RecordFeed in, int dimension, ColumnBuilder into)
      throws IOException {
    if (dimension == header.shape().length) {
      value.read(in, into);
      return;
    }
    for (long i = 0; i < header.shape()[dimension]; i++) {
      row(value, in, dimension + 1, into.elements());
    }
    into.endRow();
  }
}
