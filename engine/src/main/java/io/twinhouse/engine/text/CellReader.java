// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import io.twinhouse.engine.column.ColumnBuilder;

/** Reads one value under the cursor and appends it; false, with the reason noted, if it cannot. */
@FunctionalInterface
interface CellReader {

  boolean read(TextInput in, ColumnBuilder out);
}
