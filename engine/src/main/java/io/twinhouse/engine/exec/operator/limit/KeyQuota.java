// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.limit;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.key.KeyFinder;
import io.twinhouse.engine.key.KeyTable;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets a slice of the rows of each key through. {@linkplain #freeze Frozen}, it takes no new keys
 * and tells their rows apart.
 */
public final class KeyQuota {

  private final int[] keys;
  private final long offset;
  private final long end;
  private final Reservation held;
  private final KeyTable table;
  private final Reservation finderMemory;
  private @Nullable KeyFinder finder;
  private long[] met = {};
  private int[] groups = {};
  private int[] chosen = {};
  private int[] strangers = {};
  private int strangerCount;

  /**
   * @param keys columns
   * @param types of those columns
   * @param offset rows of a key that are passed over
   * @param limit rows of a key that are let through after them
   */
  public KeyQuota(int[] keys, List<Type> types, long offset, long limit, Reservation held) {
    this.keys = keys.clone();
    this.offset = offset;
    this.end = offset + limit;
    this.held = held;
    finderMemory = new Reservation(held.context());
    table = new KeyTable(types, held);
  }

  /** From now on rows of keys that were not met before are strangers. */
  void freeze() {
    finder = table.finder(finderMemory);
  }

  /** Whether no key is taken any more. */
  boolean isFrozen() {
    return finder != null;
  }

  /** Keys met. */
  public int size() {
    return table.size();
  }

  /** Chooses rows of a batch; returns how many. */
  public int choose(Batch batch) {
    int rows = batch.rows();
    if (groups.length < rows) {
      held.grow(12L * (rows - groups.length));
      groups = new int[rows];
      chosen = new int[rows];
      strangers = new int[rows];
    }
    Column[] columns = new Column[keys.length];
    Arrays.setAll(columns, i -> batch.column(keys[i]));
    if (finder == null) {
      table.insert(columns, rows, groups);
    } else {
      finder.find(columns, rows, groups);
    }
    if (met.length < table.size()) {
      int grown = Math.max(table.size(), 2 * met.length);
      held.grow(8L * (grown - met.length));
      met = Arrays.copyOf(met, grown);
    }
    int count = 0;
    strangerCount = 0;
    for (int row = 0; row < rows; row++) {
      if (groups[row] < 0) {
        strangers[strangerCount++] = row;
        continue;
      }
      long number = met[groups[row]]++;
      if (number >= offset && number < end) {
        chosen[count++] = row;
      }
    }
    return count;
  }

  /** The rows that the last {@link #choose} let through, first ones first. */
  public int[] chosen() {
    return chosen;
  }

  /** The rows of new keys in the last batch, first ones first. */
  int[] strangers() {
    return strangers;
  }

  int strangerCount() {
    return strangerCount;
  }
}
