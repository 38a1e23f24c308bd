// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.spi.ExpressionCompiler;
import io.twinhouse.engine.spi.PartitionChange;
import io.twinhouse.engine.spi.PartitionChoice;
import io.twinhouse.storage.arrow.commit.PartitionMove;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.table.PartSelection;
import io.twinhouse.storage.arrow.table.PartitionEditor;
import io.twinhouse.storage.arrow.table.StoredTable;
import java.io.IOException;

/** Runs what ALTER says of partitions. */
record PartitionStatements(ExpressionCompiler compiler, MemoryContext memory) {

  /** A change of one table. */
  void apply(PartitionChange change, StoredTable table) throws IOException {
    requirePartitions(table);
    PartSelection which = selection(change.which(), table.layout());
    PartitionEditor editor = table.partitions();
    switch (change.kind()) {
      case DROP -> editor.drop(which);
      case DETACH -> editor.detach(which);
      case ATTACH -> editor.attach(which);
      case DROP_DETACHED -> editor.dropDetached(which);
      case CLEAR_COLUMN -> {
        String column = change.name();
        if (column != null) {
          editor.clear(which, column);
        }
      }
      default -> throw new IllegalArgumentException(change.kind() + " needs another table");
    }
  }

  /**
   * A change of a table with parts of another.
   *
   * @param route from the table to the other
   */
  void apply(
      PartitionChange change, StoredTable table, StoredTable other, PartitionMove.Route route)
      throws IOException {
    requirePartitions(table);
    PartSelection which = selection(change.which(), table.layout());
    if (change.kind() == PartitionChange.Kind.MOVE) {
      requirePartitions(other);
      table.partitions().move(which, other, route);
    } else {
      boolean replace = change.kind() == PartitionChange.Kind.REPLACE;
      table.partitions().copy(other, which, replace);
    }
  }

  /** The parts of a table that a change is about. */
  PartSelection chosen(PartitionChange change, StoredTable table) {
    requirePartitions(table);
    return selection(change.which(), table.layout());
  }

  private static void requirePartitions(StoredTable table) {
    if (!table.layout().engine().isMergeTree()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Table engine " + table.layout().engine().text() + " doesn't support partitioning.");
    }
  }

  /**
   * The parts that a statement names.
   *
   * @throws TwinhouseException INVALID_PARTITION_VALUE, BAD_DATA_PART_NAME
   */
  PartSelection selection(PartitionChoice choice, TableLayout layout) {
    return PartSelection.of(choice, layout, compiler, memory);
  }
}
