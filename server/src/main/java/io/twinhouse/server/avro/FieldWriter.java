// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.avro;

import io.twinhouse.engine.column.Column;
import java.io.IOException;

/** Writes one value of a column that is not constant and not NULL there. */
@FunctionalInterface
interface FieldWriter {

  void write(Column column, int row, BlockOutput out) throws IOException;
}
