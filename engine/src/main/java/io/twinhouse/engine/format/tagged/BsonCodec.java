// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.tagged;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.ConstantColumn;
import java.io.IOException;

/** How values of one type are written to BSON and read from it. Immutable. */
abstract class BsonCodec {

  /** The kind that values are written as. */
  abstract BsonKind kind();

  /** Writes row {@code row} of a column that is not constant, without what stands before it. */
  abstract void writeValue(Column column, int row, BsonOutput out);

  /** Reads a value of the kind that stood before it, which is not NULL. */
  abstract void read(BsonKind kind, BsonInput in, ColumnBuilder into) throws IOException;

  /** Writes an element: kind, name and value. */
  final void write(byte[] name, Column column, int row, BsonOutput out) {
    if (column instanceof ConstantColumn constant) {
      write(name, constant.value(), 0, out);
    } else if (column.isNull(row)) {
      out.name(BsonKind.NULL, name);
    } else {
      out.name(kind(), name);
      writeValue(column, row, out);
    }
  }

  /** Reads an element of a container, where null that cannot be is the type's default. */
  final void readElement(BsonKind kind, BsonInput in, boolean nullable, ColumnBuilder into)
      throws IOException {
    if (kind != BsonKind.NULL) {
      read(kind, in, into);
    } else if (nullable) {
      into.appendNull();
    } else {
      into.appendDefault();
    }
  }
}
