// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet.write;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.TupleColumn;

/** Columns without encodings, in all their parts. */
final class FlatColumns {

  private FlatColumns() {}

  static Column of(Column column) {
    Column flat = column.flatten();
    if (flat instanceof ArrayColumn array) {
      return ArrayColumn.of(array.offsets(), of(array.elements()), array.size());
    }
    if (flat instanceof TupleColumn tuple) {
      return TupleColumn.of(tuple.elements().stream().map(FlatColumns::of).toList(), tuple.size());
    }
    return flat;
  }
}
