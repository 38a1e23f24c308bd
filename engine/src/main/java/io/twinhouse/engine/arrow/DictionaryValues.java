// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.arrow;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import org.jspecify.annotations.Nullable;

/** The values that the rows of dictionary-encoded fields refer to. */
final class DictionaryValues {

  private final VectorDecoder decoder;
  private Column column;

  DictionaryValues(VectorDecoder decoder) {
    this.decoder = decoder;
    this.column = ColumnBuilder.of(decoder.type()).build();
  }

  VectorDecoder decoder() {
    return decoder;
  }

  Column column() {
    return column;
  }

  /**
   * Takes the values of a message.
   *
   * @param more whether they go behind those known, and not in their place
   */
  void read(ArrowBlock block, boolean more) {
    decoder.bind(new BlockCursor(block), block.rows());
    Column read = decoder.read(0, block.rows());
    if (!more) {
      column = read;
      return;
    }
    ColumnBuilder both = ColumnBuilder.of(decoder.type());
    for (Column part : new Column[] {column, read}) {
      for (int row = 0; row < part.size(); row++) {
        both.append(part, row);
      }
    }
    column = both.build();
  }

  /** The values of these numbers; those under a set mask are NULL. */
  Column take(int[] rows, boolean @Nullable [] mask) {
    if (column.size() == 0) {
      ColumnBuilder nothing = ColumnBuilder.of(decoder.type());
      for (int i = 0; i < rows.length; i++) {
        nothing.appendDefault();
      }
      return nothing.build().withNulls(mask);
    }
    Column taken = column.gather(rows, rows.length);
    boolean[] own = taken.nulls();
    if (mask == null || own == null) {
      return mask == null ? taken : taken.withNulls(mask);
    }
    boolean[] both = own.clone();
    for (int i = 0; i < rows.length; i++) {
      both[i] |= mask[i];
    }
    return taken.withNulls(both);
  }
}
