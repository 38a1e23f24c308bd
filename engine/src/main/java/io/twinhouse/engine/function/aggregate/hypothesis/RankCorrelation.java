// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.hypothesis;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.memory.Reservation;

/** rankCorr: Spearman's coefficient. */
final class RankCorrelation extends Samples<RankCorrelation> {

  RankCorrelation(Reservation memory) {
    super(memory);
  }

  @Override
  public void add(RowInput in, int row) {
    add(first(), in.number(0, row));
    add(second(), in.number(1, row));
  }

  @Override
  public void result(ColumnBuilder out) {
    long size = first().size();
    long bytes = 2 * Ranks.BYTES * size;
    memory().grow(bytes);
    double[] firsts = Ranks.of(first().toArray()).of();
    double[] seconds = Ranks.of(second().toArray()).of();
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += (firsts[i] - seconds[i]) * (firsts[i] - seconds[i]);
    }
    memory().shrink(bytes);
    out.appendDouble(1 - sum * 6 / DoubleLane.ofUnsigned(size * (size * size - 1)));
  }
}
