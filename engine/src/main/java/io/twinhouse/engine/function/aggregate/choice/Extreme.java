// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.RowNumbers;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;

/** min and max. */
final class Extreme implements Accumulator {

  private final Chooser best;
  private final SingleValue codec;
  private final RowNumbers winners;

  Extreme(Type type, Chooser best, Reservation memory) {
    this.best = best;
    codec = new SingleValue(type.base());
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
  public void turnTo(int partition) {
    if (!(best instanceof LongChooser)) {
      winners.of(Batch.ROWS);
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
    if (best.isSeen(group)) {
      codec.write(best.results(group, 1), out);
    } else {
      codec.writeNone(out);
    }
  }

  @Override
  public void mergeState(int group, StateReader in) {
    Column value = codec.read(in);
    if (value != null) {
      best.choose(value, new int[] {group}, 1, new int[1]);
    }
  }
}
