// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.aggregate.state.RowNumbers;
import io.twinhouse.engine.function.aggregate.state.StateReader;
import io.twinhouse.engine.memory.Reservation;

/** min and max. */
final class Extreme implements Accumulator {

  private final Chooser best;
  private final RowNumbers winners;

  Extreme(Chooser best, Reservation memory) {
    this.best = best;
    winners = new RowNumbers(memory);
  }

  @Override
  public void resize(int groups) {
    best.resize(groups);
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    if (best instanceof LongChooser longs) {
      longs.fold(arguments[0], groups, rows);
    } else {
      best.choose(arguments[0], groups, rows, winners.of(rows));
    }
  }

  @Override
  public void merge(Accumulator other, int[] target, int groups) {
    for (int group = 0; group < groups; group++) {
      best.take(((Extreme) other).best, group, target[group]);
    }
  }

  @Override
  public Column results(int from, int count) {
    return best.results(from, count);
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    out.write(best.isSeen(group) ? 1 : 0);
    if (best.isSeen(group)) {
      best.write(group, out);
    }
  }

  @Override
  public void mergeState(int group, byte[] data, int offset, int length) {
    if (data[offset] != 0) {
      best.read(group, new StateReader(data, offset + 1));
    }
  }
}
