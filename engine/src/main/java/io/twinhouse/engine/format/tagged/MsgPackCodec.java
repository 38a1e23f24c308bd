// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.tagged;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.ConstantColumn;
import java.io.IOException;

/** How values of one type are written to MsgPack and read from it. Immutable. */
abstract class MsgPackCodec {

  /** Writes row {@code row} of a column that is not constant. */
  abstract void writeValue(Column column, int row, MsgPackOutput out) throws IOException;

  /** Reads the value of the kind that {@code in} has come to. */
  abstract void read(MsgPackInput.Kind kind, MsgPackInput in, ColumnBuilder into)
      throws IOException;

  final void write(Column column, int row, MsgPackOutput out) throws IOException {
    if (column instanceof ConstantColumn constant) {
      write(constant.value(), 0, out);
    } else if (column.isNull(row)) {
      out.nil();
    } else {
      writeValue(column, row, out);
    }
  }

  /** Reads an element of a container, where null that cannot be is the type's default. */
  final void readElement(MsgPackInput in, boolean nullable, ColumnBuilder into) throws IOException {
    MsgPackInput.Kind kind = in.advance();
    if (kind != MsgPackInput.Kind.NIL) {
      read(kind, in, into);
    } else if (nullable) {
      into.appendNull();
    } else {
      into.appendDefault();
    }
  }
}
