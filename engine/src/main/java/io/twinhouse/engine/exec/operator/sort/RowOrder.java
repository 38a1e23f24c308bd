// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.sort;

import io.twinhouse.engine.buffer.RowStore;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.plan.SortKey;
import io.twinhouse.engine.type.Type;
import java.util.List;

/** How rows of one schema compare under a list of sort keys. Immutable. */
public final class RowOrder {

  private final int[] columns;
  private final ValueOrder[] orders;

  /**
   * @param types of the rows' columns
   */
  public RowOrder(List<SortKey> keys, List<Type> types) {
    columns = keys.stream().mapToInt(SortKey::column).toArray();
    orders =
        keys.stream()
            .map(k -> new ValueOrder(types.get(k.column()), k.descending(), k.nullsFirst()))
            .toArray(ValueOrder[]::new);
  }

  /** Negative when row i of {@code a} comes before row j of {@code b}, 0 for peers. */
  public int compare(Batch a, int i, Batch b, int j) {
    for (int key = 0; key < columns.length; key++) {
      int column = columns[key];
      int order = orders[key].compare(a.column(column), i, b.column(column), j);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** Compares rows of row stores by address. */
  int compare(RowStore a, int i, RowStore b, int j) {
    return compare(
        a.chunk(RowStore.chunkOf(i)),
        RowStore.rowOf(i),
        b.chunk(RowStore.chunkOf(j)),
        RowStore.rowOf(j));
  }

  /**
   * One long a row: a smaller one means an earlier row; between equal ones {@link #compare} must
   * decide.
   */
  void prefixes(Batch batch, long[] target) {
    if (columns.length == 0) {
      java.util.Arrays.fill(target, 0, batch.rows(), 0);
    } else {
      orders[0].prefixes(batch.column(columns[0]), batch.rows(), target);
    }
  }
}
