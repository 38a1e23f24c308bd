// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.text.TextInput;

/** Converts values of JSON text, as they were inserted, to one type. One thread. */
@FunctionalInterface
interface DeclaredReader {

  /**
   * Appends the value under the cursor, which is well-formed, and passes it.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException if it is none of the type
   */
  void read(TextInput in, ColumnBuilder out);
}
