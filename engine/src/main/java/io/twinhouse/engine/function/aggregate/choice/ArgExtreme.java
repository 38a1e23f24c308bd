// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.RowPass;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.RowNumbers;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.List;

/** argMin and argMax: the first argument where the second one is best. */
final class ArgExtreme implements Accumulator {

  private final KeptValues kept;
  private final Chooser best;
  private final SingleValue codec;
  private final SingleValue keyCodec;
  private final RowNumbers winners;
  private final TableTies ties;
  private final boolean both;

  /**
   * @param both whether the result is argument and best value together
   */
  ArgExtreme(Type type, Type key, boolean largest, boolean both, Reservation memory) {
    this.both = both;
    ties = new TableTies(type, key, largest);
    kept = KeptValues.of(type, memory);
    best = Chooser.of(key, largest, memory);
    codec = new SingleValue(type);
    keyCodec = new SingleValue(key.base());
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
  public void add(Column[] arguments, int[] groups, int rows, RowPass pass) {
    if ((pass != RowPass.TABLE && pass != RowPass.PART) || rows == 0) {
      add(arguments, groups, rows);
      return;
    }
    int[] chosen = winners.of(rows);
    int count = best.choose(arguments[1], groups, rows, chosen);
    int first = count == 0 ? -1 : chosen[count - 1];
    int picked = ties.pick(arguments[0], arguments[1], rows, first, pass);
    if (picked >= 0) {
      kept.keep(arguments[0], new int[] {picked}, 1, groups);
    }
  }

  @Override
  public void turnTo(int partition) {
    best.turnTo(partition);
    winners.of(Batch.ROWS);
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
    if (best instanceof LeastChooser) {
      best.results(from, count); // refuses keys of which NULL within decides
    }
    Column arguments = kept.results(from, count);
    return both ? TupleColumn.of(List.of(arguments, best.results(from, count)), count) : arguments;
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    if (best.isSeen(group)) {
      codec.write(kept.results(group, 1), out);
      keyCodec.write(best.results(group, 1), out);
    } else {
      codec.writeNone(out);
      keyCodec.writeNone(out);
    }
  }

  @Override
  public void mergeState(int group, StateReader in) {
    Column value = codec.read(in);
    Column key = keyCodec.read(in);
    if (value != null && key != null) {
      add(new Column[] {value, key}, new int[] {group}, 1);
    }
  }
}
