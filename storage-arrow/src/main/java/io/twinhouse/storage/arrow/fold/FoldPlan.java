// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.fold;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * What a table makes of rows with one sorting key: columns by their position with how they fold,
 * all others keep the value of the first row. Immutable and thread-safe.
 */
public final class FoldPlan implements RowFolding {

  /** What becomes of values that are no aggregates. */
  public enum Values {
    /** The first stays. */
    FIRST,
    /** Numbers are added up, of others the first stays. */
    SUMMED,
    /** The last that is not NULL stays. */
    LAST
  }

  /** Keeps all rows. */
  public static final FoldPlan NONE = new FoldPlan(Map.of(), List.of());

  private final Map<Integer, ColumnFold> folds;

  private final List<MapFold> maps;

  private FoldPlan(Map<Integer, ColumnFold> folds, List<MapFold> maps) {
    this.folds = Map.copyOf(folds);
    this.maps = List.copyOf(maps);
  }

  /**
   * The plan of a table.
   *
   * @param types declared types of the columns
   * @param foldable columns that belong to no key and, where columns are listed, to the list
   * @param values what becomes of plain values
   */
  public static FoldPlan of(List<Type> types, IntPredicate foldable, Values values) {
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
      } else if (values == Values.SUMMED && SumFold.takes(type.base())) {
        folds.put(c, new SumFold(type));
      } else if (values == Values.LAST) {
        folds.put(c, new LastFold());
      }
    }
    return new FoldPlan(folds, List.of());
  }

  /**
   * This plan, with arrays that are summed key by key.
   *
   * @param maps for each the positions of the keys, then of the numbers
   */
  public FoldPlan withMaps(List<List<Integer>> maps, List<Type> types) {
    List<MapFold> summed = new ArrayList<>();
    for (List<Integer> map : maps) {
      List<Type> own = map.stream().map(types::get).toList();
      summed.add(new MapFold(map, StoredTypes.function("sumMapWithOverflow", own)));
    }
    return new FoldPlan(folds, summed);
  }

  @Override
  public BitSet needed(BitSet read) {
    BitSet needed = new BitSet();
    boolean tells = read.isEmpty() || folds.keySet().stream().anyMatch(read::get);
    folds.forEach((c, fold) -> needed.set(c, read.get(c) || (tells && fold.mayVanish())));
    maps.stream()
        .filter(map -> map.isRead(read))
        .forEach(map -> map.columns().forEach(needed::set));
    return needed;
  }

  @Override
  public FoldedRows fold(
      List<long[]> keys,
      Batch columns,
      BitSet read,
      int[] order,
      PartStarts parts,
      Reservation memory) {
    memory.grow(10L * order.length);
    int[] groups = new int[order.length];
    int[] first = new int[order.length];
    int count = 0;
    for (int i = 0; i < order.length; i++) {
      if (i == 0 || keys.isEmpty() || KeyRuns.differ(keys, order[i - 1], order[i])) {
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
    for (MapFold map : maps) {
      vanishing.keep(map.isRead(read));
      if (map.isRead(read)) {
        map.fold(columns, read, order, groups, count, memory, folded);
      }
    }
    return vanishing.looked()
        ? new FoldedRows(first, count, folded, vanishing.doubtful()).only(vanishing.stays())
        : new FoldedRows(first, count, folded);
  }
}
