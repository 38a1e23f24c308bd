// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.avro;

import io.twinhouse.engine.column.ColumnBuilder;

/** Reads one value of a field into a column. */
@FunctionalInterface
interface FieldReader {

  void read(BlockInput in, ColumnBuilder into);
}
