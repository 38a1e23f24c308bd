// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.fold;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Arrays of keys and of numbers that are summed key by key; keys whose sums are all 0 go.
 *
 * @param columns positions of the keys, then of the numbers
 */
record MapFold(List<Integer> columns, BoundAggregate function) {

  /** Whether one of its columns is read. */
  boolean isRead(BitSet read) {
    return columns.stream().anyMatch(read::get);
  }

  /**
   * Adds the folded columns.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED if some of them are read and others are not: the
   *     server sums by those that it reads
   */
  void fold(
      Batch rows,
      BitSet read,
      int[] order,
      int[] groups,
      int count,
      Reservation memory,
      Map<Integer, Column> folded) {
    if (!columns.stream().allMatch(read::get)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "FINAL of a SummingMergeTree that reads some columns of a nested map and others not is"
              + " not supported by the embedded store; read all columns of the map");
    }
    Accumulator states = function.newAccumulator(memory);
    states.resize(count);
    for (int from = 0; from < order.length; from += Batch.ROWS) {
      int to = Math.min(order.length, from + Batch.ROWS);
      int[] chosen = Arrays.copyOfRange(order, from, to);
      Column[] chunk =
          columns.stream()
              .map(c -> rows.column(c).gather(chosen, chosen.length).flatten())
              .toArray(Column[]::new);
      states.add(chunk, Arrays.copyOfRange(groups, from, to), to - from);
    }
    // keys come together and sums keep their type: there is no more of them than of the rows
    long most = columns.stream().mapToLong(c -> rows.column(c).retainedBytes()).sum();
    memory.grow(most);
    Column results = states.results(0, count);
    memory.shrink(most - Math.min(most, results.retainedBytes()));
    List<Column> sums = ((TupleColumn) results).elements();
    for (int i = 0; i < sums.size(); i++) {
      folded.put(columns.get(i), sums.get(i));
    }
  }
}
