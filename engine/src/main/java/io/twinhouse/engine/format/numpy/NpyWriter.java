// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.numpy;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.format.ResultWriter;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.Type;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes one column as one array. Its shape stands first, so all rows are kept to the end. */
final class NpyWriter implements ResultWriter {

  /** The elements begin at a multiple of it. */
  private static final int ALIGNMENT = 64;

  /** Version 3.0, whose header may be long and is UTF-8. */
  private static final byte[] VERSION = {3, 0};

  private static final long UNKNOWN = -1;

  private final OutputStream out;
  private final NpyElements elements;

  /** The dimensions of a row. */
  private final long[] dimensions;

  private long rows;

  NpyWriter(Schema schema, OutputStream out) {
    if (schema.size() != 1) {
      throw new TwinhouseException(
          ErrorCode.TOO_MANY_COLUMNS,
          "Expected single column for Npy output format, got " + schema.size());
    }
    this.out = out;
    Type type = schema.type(0);
    int depth = 0;
    while (type instanceof ArrayType array) {
      type = array.element();
      depth++;
    }
    elements = NpyElements.of(type);
    dimensions = new long[depth];
    Arrays.fill(dimensions, UNKNOWN);
  }

  @Override
  public void write(Batch batch) {
    rows += batch.rows();
    Column column = batch.column(0).flatten();
    int from = 0;
    int to = batch.rows();
    for (int i = 0; i < dimensions.length; i++) {
      ArrayColumn array = (ArrayColumn) column;
      measure(array, from, to, i);
      from = array.offsets()[from];
      to = array.offsets()[to];
      column = array.elements().flatten();
    }
    elements.add(column, from, to);
  }

  private void measure(ArrayColumn array, int from, int to, int dimension) {
    for (int row = from; row < to; row++) {
      int length = array.offsets()[row + 1] - array.offsets()[row];
      if (dimensions[dimension] == UNKNOWN) {
        dimensions[dimension] = length;
      } else if (dimensions[dimension] != length) {
        throw new TwinhouseException(
            ErrorCode.ILLEGAL_COLUMN,
            "Arrays of different lengths are no array of NumPy's: "
                + dimensions[dimension]
                + " and "
                + length);
      }
      if (length == 0) {
        throw new TwinhouseException(
            ErrorCode.ILLEGAL_COLUMN, "An empty array has no shape that NumPy's format knows");
      }
    }
  }

  @Override
  public void totals(Batch row) {
    throw new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED, "Npy has no place for totals; leave out WITH TOTALS");
  }

  @Override
  public void end(ResultFigures figures) throws IOException {
    byte[] header = header();
    out.write(NpyHeader.MARK);
    out.write(VERSION);
    out.write(
        ByteBuffer.allocate(Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(header.length)
            .array());
    out.write(header);
    elements.writeTo(out);
  }

  private byte[] header() {
    StringBuilder header =
        new StringBuilder("{'descr':'")
            .append(elements.description())
            .append("','fortran_order':False,'shape':(")
            .append(rows)
            .append(',');
    for (int i = 0; i < dimensions.length && rows > 0; i++) {
      header.append(dimensions[i]).append(',');
    }
    header.append("),}");
    int before = NpyHeader.MARK.length + VERSION.length + Integer.BYTES;
    int padding = -(before + header.length() + 1) & ALIGNMENT - 1;
    header.append(" ".repeat(padding)).append('\n');
    return header.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
