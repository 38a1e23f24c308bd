// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.binary;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.type.Type;
import java.io.IOException;

/** How one value of a type is written and read row by row. For one thread. */
abstract class BinaryCodec {

  static BinaryCodec of(Type type, Documents documents) {
    return BinaryCodecs.of(type, documents);
  }

  /** Writes row {@code row}, which is not NULL, of a column that is not constant. */
  abstract void writeValue(Column column, int row, BinaryWriter out) throws IOException;

  /** Reads one value to the end of {@code into}. */
  abstract void read(BinaryReader in, ColumnBuilder into) throws IOException;

  void write(Column column, int row, BinaryWriter out) throws IOException {
    if (column instanceof ConstantColumn constant) {
      writeValue(constant.value(), 0, out);
    } else {
      writeValue(column, row, out);
    }
  }
}
