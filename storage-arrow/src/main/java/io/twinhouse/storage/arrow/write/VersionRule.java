// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.write;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.predicate.OrderedValue;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.layout.TableLayout;
import java.util.List;

/** Which row of a key is the newest: the highest version, among equal ones the last to arrive. */
public final class VersionRule {

  private VersionRule() {}

  /** The version of each row as signed longs in order; all equal for a table without versions. */
  public static long[] versions(TableLayout layout, Batch rows) {
    long[] versions = new long[rows.rows()];
    int index = layout.versionColumn();
    if (index >= 0) {
      fill(layout.type(index), rows.column(index).flatten(), versions);
    }
    return versions;
  }

  private static void fill(Type type, Column column, long[] versions) {
    long flip = OrderedValue.flip(type);
    for (int i = 0; i < versions.length; i++) {
      versions[i] =
          column instanceof DoubleColumn doubles
              ? OrderedValue.ofDouble(doubles.values()[i])
              : ((LongColumn) column).values()[i] ^ flip;
    }
  }

  /**
   * Keeps the newest row of each run of equal keys.
   *
   * @param order rows sorted by key, equal keys in order of arrival
   * @return how many rows of {@code order} are left at its start
   */
  static int collapse(List<long[]> keys, long[] versions, int[] order) {
    int kept = 0;
    for (int i = 0; i < order.length; i++) {
      int row = order[i];
      if (kept == 0 || differ(keys, order[kept - 1], row)) {
        order[kept++] = row;
      } else if (versions[row] >= versions[order[kept - 1]]) {
        order[kept - 1] = row;
      }
    }
    return kept;
  }

  private static boolean differ(List<long[]> keys, int left, int right) {
    for (long[] key : keys) {
      if (key[left] != key[right]) {
        return true;
      }
    }
    return false;
  }
}
