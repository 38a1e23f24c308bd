// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.number;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.RowPass;
import io.twinhouse.engine.function.StateReader;
import java.util.List;

/** sumCount: the sum and how many values went into it. */
final class SumCount implements Accumulator {

  private final Accumulator sums;
  private final Count counts;

  SumCount(Accumulator sums, Count counts) {
    this.sums = sums;
    this.counts = counts;
  }

  @Override
  public void resize(int groups) {
    sums.resize(groups);
    counts.resize(groups);
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    add(arguments, groups, rows, RowPass.EACH);
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows, RowPass pass) {
    sums.add(arguments, groups, rows, pass);
    counts.add(arguments, groups, rows);
  }

  @Override
  public void merge(Accumulator other, int[] target, int groups) {
    sums.merge(((SumCount) other).sums, target, groups);
    counts.merge(((SumCount) other).counts, target, groups);
  }

  @Override
  public Column results(int from, int count) {
    return TupleColumn.of(List.of(sums.results(from, count), counts.results(from, count)), count);
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    sums.writeState(group, out);
    counts.writeState(group, out);
  }

  @Override
  public void mergeState(int group, StateReader in) {
    sums.mergeState(group, in);
    counts.mergeState(group, in);
  }
}
