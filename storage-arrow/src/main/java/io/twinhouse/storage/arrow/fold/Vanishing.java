// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.fold;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Which groups of summed rows go, because all their sums are nothing. A merge looks at all sums.
 * ClickHouse's read with FINAL looks at those alone that the query reads, and only where parts
 * overlap: what depends on the difference is doubtful.
 */
final class Vanishing {

  private final boolean[] read;
  private final boolean[] all;
  private final boolean[] silent;
  private final boolean nothingRead;
  private boolean looked;

  Vanishing(int groups, boolean nothingRead) {
    this.read = new boolean[groups];
    this.all = new boolean[groups];
    this.silent = new boolean[groups];
    this.nothingRead = nothingRead;
  }

  /** There is a column whose values never are nothing. */
  void keep(boolean isRead) {
    Arrays.fill(all, true);
    if (isRead) {
      Arrays.fill(read, true);
    }
  }

  /** Looks at the sums of one column. */
  void look(Column column, boolean isRead) {
    looked = true;
    Column flat = column instanceof ConstantColumn ? column.flatten() : column;
    for (int i = 0; i < all.length; i++) {
      boolean says = flat.nulls() == null ? isNonZero(flat, i) : !flat.isNull(i);
      all[i] |= says;
      read[i] |= says && isRead;
      silent[i] |= !says;
    }
  }

  boolean looked() {
    return looked;
  }

  /** The groups that stay. */
  boolean[] stays() {
    return all;
  }

  /** Groups that ClickHouse shows or not by how parts lie. */
  BitSet doubtful() {
    BitSet doubtful = new BitSet();
    for (int i = 0; i < all.length; i++) {
      doubtful.set(i, all[i] && (nothingRead ? silent[i] : !read[i]));
    }
    return doubtful;
  }

  private static boolean isNonZero(Column column, int row) {
    if (column instanceof LongColumn longs) {
      return longs.values()[row] != 0;
    }
    if (column instanceof DoubleColumn doubles) {
      return doubles.values()[row] != 0;
    }
    WideColumn wide = (WideColumn) column;
    boolean any = false;
    for (int w = 0; w < wide.words(); w++) {
      any |= wide.values()[row * wide.words() + w] != 0;
    }
    return any;
  }
}
