// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet.write;

import io.twinhouse.engine.column.Column;
import java.io.IOException;

/** Takes values of one type apart into entries of leaves. */
interface Shredder {

  /**
   * Writes one value.
   *
   * @param column flat
   * @param repetition the level of the first entry
   */
  void write(Column column, int row, int repetition) throws IOException;

  /** Writes that something around the value is missing, down to {@code definition}. */
  void missing(int repetition, int definition) throws IOException;
}
