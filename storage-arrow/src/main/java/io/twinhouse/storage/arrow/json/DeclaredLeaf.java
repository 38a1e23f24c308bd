// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.json;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.json.DeclaredPath;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextOutput;
import org.jspecify.annotations.Nullable;

/** The leaf of a path whose type the column declares: it has all rows but those with NULL. */
final class DeclaredLeaf {

  /** Rows that are gathered before they go into the leaf, which reserves them. */
  private static final int GATHERED = 1024;

  private final DeclaredPath path;
  private final Leaf leaf;
  private final ColumnBuilder values;
  private final TextOutput text = new TextOutput();
  private int gathered;

  DeclaredLeaf(DeclaredPath path, Reservation memory) {
    this.path = path;
    String shape = path.isText() ? path.type().name() : "";
    leaf = new Leaf(path.node().path(), path.kept(), shape, memory);
    values = ColumnBuilder.of(path.kept());
  }

  /** Adds the value under the cursor, or the absence of one. */
  void add(int row, @Nullable TextInput in) {
    if (path.isText()) {
      text.reset();
      if (path.keep(in, text)) {
        leaf.add(row, text.data(), 0, text.length());
      }
    } else if (path.read(in, values)) {
      leaf.addRow(row);
      if (++gathered == GATHERED) {
        pour();
      }
    }
  }

  private void pour() {
    leaf.addValues(values.build(), gathered);
    gathered = 0;
  }

  /** The leaf with all values. */
  Leaf finish() {
    pour();
    return leaf;
  }
}
