// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.GroupFlags;
import io.twinhouse.engine.function.aggregate.state.RowNumbers;
import io.twinhouse.engine.function.aggregate.state.ValueCodec;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import org.jspecify.annotations.Nullable;

/** any and anyLast: the first or the last row of each group. */
final class AnyValue implements Accumulator {

  /** What stands first in a state of the kind that minds NULLs. */
  private static final int NONE = 1;

  private static final int NULL = 2;
  private static final int VALUE = 3;

  private final boolean last;
  private final boolean withNulls;
  private final Type type;
  private final SingleValue codec;
  private final ValueCodec plain;
  private final KeptValues kept;
  private final GroupFlags seen;
  private final RowNumbers winners;

  AnyValue(boolean last, boolean withNulls, Type type, Reservation memory) {
    this.last = last;
    this.withNulls = withNulls;
    kept = KeptValues.of(type, memory);
    codec = new SingleValue(type);
    plain = new ValueCodec(type.withoutNullable(), ValueCodec.Form.BINARY);
    this.type = type;
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
    boolean met = seen.values()[group];
    if (withNulls) {
      writeWithNulls(met, kept.results(group, 1), out);
    } else if (met) {
      codec.write(kept.results(group, 1), out);
    } else {
      codec.writeNone(out);
    }
  }

  private void writeWithNulls(boolean met, Column value, BytesBuffer out) {
    boolean isNull = met && value.isNull(0);
    out.write(!met ? NONE : isNull ? NULL : VALUE);
    if (met && !isNull) {
      if (type.isNullable()) {
        out.write(0);
      }
      plain.write(value, 0, out);
    }
  }

  @Override
  public void mergeState(int group, StateReader in) {
    Column value = withNulls ? readWithNulls(in) : codec.read(in);
    if (value != null && claim(group)) {
      kept.keep(value, new int[] {0}, 1, new int[] {group});
    }
  }

  private @Nullable Column readWithNulls(StateReader in) {
    ColumnBuilder value = ColumnBuilder.of(type);
    switch (in.readByte()) {
      case NULL -> value.appendNull();
      case VALUE -> {
        if (type.isNullable()) {
          in.readByte();
        }
        plain.read(in, value);
      }
      default -> {
        return null;
      }
    }
    return value.build();
  }
}
