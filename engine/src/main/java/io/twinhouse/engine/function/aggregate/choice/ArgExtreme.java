// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.aggregate.state.RowNumbers;
import io.twinhouse.engine.function.aggregate.state.StateReader;
import io.twinhouse.engine.memory.Reservation;

/** argMin and argMax: the first argument where the second one is best. */
final class ArgExtreme implements Accumulator {

  private final KeptValues kept;
  private final Chooser best;
  private final RowNumbers winners;

  ArgExtreme(KeptValues kept, Chooser best, Reservation memory) {
    this.kept = kept;
    this.best = best;
    winners = new RowNumbers(memory);
  }

  @Override
  public void resize(int groups) {
    kept.resize(groups);
    best.resize(groups);
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    int[] chosen = winners.of(rows);
    int count = best.choose(arguments[1], groups, rows, chosen);
    kept.keep(arguments[0], chosen, count, groups);
  }

  @Override
  public void merge(Accumulator other, int[] target, int groups) {
    ArgExtreme states = (ArgExtreme) other;
    for (int group = 0; group < groups; group++) {
      if (best.take(states.best, group, target[group])) {
        kept.take(states.kept, group, target[group]);
      }
    }
  }

  @Override
  public Column results(int from, int count) {
    return kept.results(from, count);
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    out.write(best.isSeen(group) ? 1 : 0);
    if (best.isSeen(group)) {
      best.write(group, out);
      kept.write(group, out);
    }
  }

  @Override
  public void mergeState(int group, byte[] data, int offset, int length) {
    if (data[offset] == 0) {
      return;
    }
    StateReader in = new StateReader(data, offset + 1);
    if (best.read(group, in)) {
      kept.read(group, in);
    }
  }
}
