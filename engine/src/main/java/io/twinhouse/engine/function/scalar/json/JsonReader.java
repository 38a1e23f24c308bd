// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.json;

import io.twinhouse.engine.column.ColumnBuilder;

/** Reads a JSON value as a value of one type. */
@FunctionalInterface
interface JsonReader {

  /**
   * Appends what the well-formed value {@code [from, to)} says, and answers true; appends nothing
   * and answers false where it says nothing of the type.
   */
  boolean read(byte[] data, int from, int to, ColumnBuilder out);

  /** Appends the default value where {@link #read} has nothing. */
  default void readOrDefault(byte[] data, int from, int to, boolean nullable, ColumnBuilder out) {
    if (!read(data, from, to, out)) {
      if (nullable) {
        out.appendNull();
      } else {
        out.appendDefault();
      }
    }
  }
}
