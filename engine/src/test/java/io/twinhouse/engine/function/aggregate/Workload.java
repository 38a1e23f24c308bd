// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate;

import io.twinhouse.engine.RandomColumns;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.JavaValues;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Random batches of arguments with the group of each row, and ways to aggregate them. */
final class Workload {

  /** One batch: columns of the arguments, the group of each row or -1. */
  record Portion(Column[] arguments, int[] groups, int rows) {}

  private final int groups;
  private final List<Portion> portions = new ArrayList<>();

  Workload(List<Type> types, long seed) {
    RandomColumns random = new RandomColumns(seed);
    RandomColumns other = new RandomColumns(seed + 1);
    groups = 1 + random.below(20);
    boolean foreign = random.below(3) == 0;
    int batches = random.below(6);
    for (int batch = 0; batch < batches; batch++) {
      int rows = random.below(60);
      Column[] arguments = new Column[types.size()];
      for (int i = 0; i < arguments.length; i++) {
        RandomColumns source = foreign && random.below(2) == 0 ? other : random;
        arguments[i] = source.column(types.get(i), rows);
      }
      int[] groupOf = new int[rows];
      int single = random.below(4) == 0 ? random.below(groups) : -1;
      for (int row = 0; row < rows; row++) {
        groupOf[row] = single >= 0 ? single : random.below(groups + 1) - 1;
      }
      portions.add(new Portion(arguments, groupOf, rows));
    }
  }

  int groups() {
    return groups;
  }

  List<Portion> portions() {
    return portions;
  }

  /** All portions into one accumulator. */
  Accumulator onePass(BoundAggregate aggregate, Reservation memory) {
    Accumulator states = aggregate.newAccumulator(memory);
    int known = 0;
    for (Portion portion : portions) {
      for (int group : portion.groups) {
        known = Math.max(known, group + 1);
      }
      states.resize(known);
      states.add(portion.arguments, portion.groups, portion.rows);
    }
    states.resize(groups);
    return states;
  }

  /** Each portion into one of its own with reversed group numbers, then merged in order. */
  Accumulator merged(BoundAggregate aggregate, Reservation memory) {
    Accumulator all = aggregate.newAccumulator(memory);
    all.resize(groups);
    for (Portion portion : portions) {
      Accumulator part = reversed(aggregate, portion, memory);
      int[] target = new int[groups];
      for (int group = 0; group < groups; group++) {
        target[group] = groups - 1 - group;
      }
      all.merge(part, target, groups);
    }
    return all;
  }

  /** As {@link #merged}, by way of written states. */
  Accumulator written(BoundAggregate aggregate, Reservation memory) {
    Accumulator all = aggregate.newAccumulator(memory);
    all.resize(groups);
    for (Portion portion : portions) {
      Accumulator part = reversed(aggregate, portion, memory);
      BytesBuffer out = new BytesBuffer(groups);
      out.append(new byte[] {1, 2, 3}, 0, 3);
      for (int group = 0; group < groups; group++) {
        part.writeState(group, out);
        out.endRow();
      }
      BytesColumn states = out.toColumn(null);
      for (int group = 0; group < groups; group++) {
        int start = states.offsets()[group + 1];
        all.mergeState(groups - 1 - group, states.data(), start, states.length(group + 1));
      }
    }
    return all;
  }

  private Accumulator reversed(BoundAggregate aggregate, Portion portion, Reservation memory) {
    Accumulator part = aggregate.newAccumulator(memory);
    part.resize(groups);
    int[] back = new int[portion.rows];
    for (int row = 0; row < portion.rows; row++) {
      back[row] = portion.groups[row] < 0 ? -1 : groups - 1 - portion.groups[row];
    }
    part.add(portion.arguments, back, portion.rows);
    return part;
  }

  /** The results of all groups as Java values. */
  List<Object> results(BoundAggregate aggregate, Accumulator states) {
    List<Object> results = new ArrayList<>();
    int half = groups / 2;
    for (int[] range : new int[][] {{0, half}, {half, groups - half}}) {
      Column column = states.results(range[0], range[1]);
      for (int row = 0; row < range[1]; row++) {
        results.add(JavaValues.get(aggregate.returnType(), column, row));
      }
    }
    return results;
  }

  /** Lists that come out of sets sorted: their order is that of a hash table. */
  static List<Object> comparable(String name, List<Object> results) {
    if (!name.contains("Uniq") && !name.contains("Distinct")) {
      return results;
    }
    List<Object> sorted = new ArrayList<>();
    for (Object result : results) {
      sorted.add(result instanceof List<?> list ? sorted(list) : result);
    }
    return sorted;
  }

  private static List<?> sorted(List<?> list) {
    return list.stream().sorted(Comparator.comparing(String::valueOf)).toList();
  }

  /** What some work takes of a memory that ends up empty. */
  static void inMemory(java.util.function.Consumer<Reservation> work) {
    try (MemoryContext root = MemoryContext.root("test", MemoryContext.UNLIMITED);
        Reservation memory = new Reservation(root)) {
      work.accept(memory);
      memory.close();
      if (root.reservedBytes() != 0) {
        throw new AssertionError(root.reservedBytes() + " bytes are still reserved");
      }
    }
  }
}
