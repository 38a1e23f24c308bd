// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.aggregate.state.GroupFlags;
import io.twinhouse.engine.function.aggregate.state.RowNumbers;
import io.twinhouse.engine.function.aggregate.state.StateReader;
import io.twinhouse.engine.memory.Reservation;

/** any and anyLast: the first or the last row of each group. */
final class AnyValue implements Accumulator {

  private final boolean last;
  private final KeptValues kept;
  private final GroupFlags seen;
  private final RowNumbers winners;

  AnyValue(boolean last, KeptValues kept, Reservation memory) {
    this.last = last;
    this.kept = kept;
    seen = new GroupFlags(memory);
    winners = new RowNumbers(memory);
  }

  @Override
  public void resize(int groups) {
    kept.resize(groups);
    seen.resize(groups);
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    int[] chosen = winners.of(rows);
    boolean[] met = seen.values();
    int count = 0;
    for (int row = 0; row < rows; row++) {
      int group = groups[row];
      if (group >= 0 && (last || !met[group])) {
        met[group] = true;
        chosen[count++] = row;
      }
    }
    kept.keep(arguments[0], chosen, count, groups);
  }

  @Override
  public void merge(Accumulator other, int[] target, int groups) {
    AnyValue states = (AnyValue) other;
    for (int group = 0; group < groups; group++) {
      if (states.seen.values()[group] && claim(target[group])) {
        kept.take(states.kept, group, target[group]);
      }
    }
  }

  private boolean claim(int group) {
    boolean free = last || !seen.values()[group];
    seen.values()[group] = true;
    return free;
  }

  @Override
  public Column results(int from, int count) {
    return kept.results(from, count);
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    out.write(seen.values()[group] ? 1 : 0);
    if (seen.values()[group]) {
      kept.write(group, out);
    }
  }

  @Override
  public void mergeState(int group, byte[] data, int offset, int length) {
    if (data[offset] != 0 && claim(group)) {
      kept.read(group, new StateReader(data, offset + 1));
    }
  }
}
