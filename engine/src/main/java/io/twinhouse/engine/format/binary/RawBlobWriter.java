// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.binary;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.format.ResultWriter;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * RawBLOB: the bytes of the values, one behind the other; NULL has none, and an array of values of
 * one width is these.
 */
final class RawBlobWriter implements ResultWriter {

  private final List<BinaryCodec> codecs = new ArrayList<>();
  private final BinaryWriter out;

  RawBlobWriter(Schema schema, FormatSettings settings, OutputStream out) {
    this.out = new BinaryWriter(out);
    for (Type type : schema.types()) {
      Type value = type instanceof ArrayType array ? array.element() : type.base();
      boolean plain = type instanceof ArrayType ? hasWidth(value) : hasBytes(value);
      if (!plain) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "Method getDataAt is not supported for " + type.name() + "; use toString");
      }
      codecs.add(BinaryCodec.of(value, Documents.written(settings, false)));
    }
  }

  private static boolean hasBytes(Type type) {
    return type instanceof StringType || hasWidth(type);
  }

  /** States of aggregates are addresses in the server's memory: nothing to be written. */
  private static boolean hasWidth(Type type) {
    return switch (type.lane()) {
      case LONG -> !type.isNullable() && !(type instanceof NothingType) && type.base() == type;
      case DOUBLE, WIDE -> !type.isNullable() && type.base() == type;
      case BYTES -> type instanceof FixedStringType;
      case ARRAY, TUPLE -> false;
    };
  }

  @Override
  public void write(Batch batch) throws IOException {
    Column[] columns = new Column[batch.width()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = batch.column(i).flatten();
    }
    for (int row = 0; row < batch.rows(); row++) {
      for (int i = 0; i < batch.width(); i++) {
        value(columns[i], codecs.get(i), row);
      }
    }
    out.flush();
  }

  private void value(Column column, BinaryCodec codec, int row) throws IOException {
    if (column.isNull(row)) {
      return;
    }
    if (column instanceof ArrayColumn array) {
      Column elements = array.elements().flatten();
      for (int e = array.offsets()[row]; e < array.offsets()[row + 1]; e++) {
        value(elements, codec, e);
      }
    } else if (column instanceof BytesColumn bytes) {
      out.writeBytes(bytes.data(), bytes.offsets()[row], bytes.length(row));
    } else {
      codec.writeValue(column, row, out);
    }
  }

  @Override
  public void totals(Batch row) {
    // the format has no place for them
  }

  @Override
  public void end(ResultFigures figures) {
    // nothing stands behind the values
  }
}
