// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.function.aggregate.state.GroupLongs;
import io.twinhouse.engine.function.aggregate.state.ValueWidth;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;

final class WideKept implements KeptValues {

  private final int words;
  private final GroupLongs kept;

  WideKept(Type base, Reservation memory) {
    words = ValueWidth.words(base);
    kept = new GroupLongs(words, 0, memory);
  }

  int words() {
    return words;
  }

  long[] values() {
    return kept.values();
  }

  @Override
  public void resize(int groups) {
    kept.resize(groups);
  }

  @Override
  public void keep(Column column, int[] rows, int count, int[] groups) {
    boolean constant = column instanceof ConstantColumn;
    WideColumn wide = (WideColumn) (constant ? ((ConstantColumn) column).value() : column);
    for (int i = 0; i < count; i++) {
      keep(wide.values(), constant ? 0 : rows[i] * words, groups[rows[i]]);
    }
  }

  void keep(long[] source, int at, int group) {
    System.arraycopy(source, at, kept.values(), group * words, words);
  }

  @Override
  public void take(KeptValues other, int otherGroup, int group) {
    keep(((WideKept) other).kept.values(), otherGroup * words, group);
  }

  @Override
  public Column results(int from, int count) {
    long[] values = Arrays.copyOfRange(kept.values(), from * words, (from + count) * words);
    return WideColumn.of(values, words, count, null);
  }
}
