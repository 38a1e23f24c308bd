// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.fold;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.Type;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * What a table makes of rows with one sorting key: columns by their position with how they fold,
 * all others keep the value of the first row. Immutable and thread-safe.
 */
public final class FoldPlan {

  /** Keeps all rows. */
  public static final FoldPlan NONE = new FoldPlan(Map.of());

  private final Map<Integer, ColumnFold> folds;

  private FoldPlan(Map<Integer, ColumnFold> folds) {
    this.folds = Map.copyOf(folds);
  }

  /**
   * The plan of a table.
   *
   * @param types declared types of the columns
   * @param foldable columns that belong to no key and, where columns are listed, to the list
   * @param sums whether numbers are added up
   */
  public static FoldPlan of(List<Type> types, IntPredicate foldable, boolean sums) {
    Map<Integer, ColumnFold> folds = new HashMap<>();
    for (int c = 0; c < types.size(); c++) {
      Type type = types.get(c);
      if (!foldable.test(c)) {
        continue;
      }
      if (type instanceof AggregateFunctionType aggregate) {
        folds.put(
            c,
            aggregate.simple()
                ? new FunctionFold(StoredTypes.function(aggregate))
                : new StateFold(StoredTypes.function(aggregate)));
      } else if (sums && SumFold.takes(type.base())) {
        folds.put(c, new SumFold(type));
      }
    }
    return new FoldPlan(folds);
  }

  /**
   * The columns that are needed to fold what is read.
   *
   * @param read positions of the columns that are asked for
   */
  public BitSet needed(BitSet read) {
    BitSet needed = new BitSet();
    boolean tells = read.isEmpty() || folds.keySet().stream().anyMatch(read::get);
    folds.forEach((c, fold) -> needed.set(c, read.get(c) || (tells && fold.mayVanish())));
    return needed;
  }

  /**
   * Folds rows.
   *
   * @param keys arrays that are equal in rows of one key; none if each row is one of its own
   * @param columns the table's columns, all rows, those of {@link #needed} at least
   * @param read positions of the columns that are asked for
   * @param order the rows in order of the key, equal ones in order of age
   * @param memory where states and results are reserved
   */
  public FoldedRows fold(
      List<long[]> keys, Batch columns, BitSet read, int[] order, Reservation memory) {
    memory.grow(10L * order.length);
    int[] groups = new int[order.length];
    int[] first = new int[order.length];
    int count = 0;
    for (int i = 0; i < order.length; i++) {
      if (i == 0 || keys.isEmpty() || differ(keys, order[i - 1], order[i])) {
        first[count++] = order[i];
      }
      groups[i] = count - 1;
    }
    BitSet needed = needed(read);
    Map<Integer, Column> folded = new HashMap<>();
    Vanishing vanishing = new Vanishing(count, read.isEmpty());
    for (Map.Entry<Integer, ColumnFold> fold : folds.entrySet()) {
      int column = fold.getKey();
      if (!fold.getValue().mayVanish()) {
        vanishing.keep(read.get(column));
      }
      if (needed.get(column)) {
        Column values = columns.column(column).gather(order, order.length);
        Column results = fold.getValue().fold(values, groups, count, memory);
        if (read.get(column)) {
          folded.put(column, results);
        }
        if (fold.getValue().mayVanish()) {
          vanishing.look(results, read.get(column));
        }
      }
    }
    return vanishing.looked()
        ? new FoldedRows(first, count, folded, vanishing.doubtful()).only(vanishing.stays())
        : new FoldedRows(first, count, folded);
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
