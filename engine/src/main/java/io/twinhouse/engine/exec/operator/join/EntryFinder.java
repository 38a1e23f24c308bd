// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.join;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Dictionary;
import io.twinhouse.engine.key.KeyFinder;
import io.twinhouse.engine.key.KeyTable;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds entries by their ids; keys of another origin in a table of all entries that there are. */
final class EntryFinder implements RightFinder {

  private final EntryRows rows;
  private final Reservation memory;
  private @Nullable KeyFinder foreign;

  /** The id of each key that {@link #foreign} knows. */
  private int[] ids = {};

  EntryFinder(EntryRows rows, Reservation memory) {
    this.rows = rows;
    this.memory = memory;
  }

  @Override
  public void find(Column[] keys, int count, int[] found) {
    Column column = keys[0];
    if (Dictionary.of(column) == rows.dictionary()) {
      int[] entries = Dictionary.idsOf(column);
      int size = rows.size();
      for (int row = 0; row < count; row++) {
        int id = entries[row];
        found[row] = id >= 0 && id < size && rows.isPresent(id) ? id : -1;
      }
      return;
    }
    KeyFinder finder = foreign == null ? index() : foreign;
    foreign = finder;
    finder.find(keys, count, found);
    for (int row = 0; row < count; row++) {
      found[row] = found[row] < 0 ? -1 : ids[found[row]];
    }
  }

  private KeyFinder index() {
    KeyTable table = new KeyTable(List.of(rows.keyType()), memory);
    memory.grow(8L * Batch.ROWS);
    int[] chosen = new int[Batch.ROWS];
    int[] groups = new int[Batch.ROWS];
    int from = 0;
    for (Batch batch = rows.rows(from, chosen); batch.rows() > 0; batch = rows.rows(from, chosen)) {
      int old = table.size();
      table.insert(new Column[] {batch.column(rows.key())}, batch.rows(), groups);
      memory.grow(4L * batch.rows());
      ids = Arrays.copyOf(ids, old + batch.rows());
      System.arraycopy(chosen, 0, ids, old, batch.rows());
      from = chosen[batch.rows() - 1] + 1;
    }
    return table.finder(memory);
  }
}
