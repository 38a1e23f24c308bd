// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.distinct;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.LongSet;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;

/** uniqUpTo: the number of different values, as long as there are few. */
final class CappedCount implements GroupObject<CappedCount> {

  private final HashedValues values;
  private final int width;
  private final int most;
  private final LongSet kept;
  private boolean more;

  /**
   * @param width bytes of a value
   */
  CappedCount(HashedValues values, int width, int most, Reservation memory) {
    this.values = values;
    this.width = width;
    this.most = most;
    kept = new LongSet(memory);
  }

  @Override
  public void add(RowInput in, int row) {
    add(values.key(in, row));
  }

  private void add(long key) {
    if (more) {
      return;
    }
    if (kept.size() < most) {
      kept.add(key);
    } else {
      more = !kept.contains(key);
    }
  }

  @Override
  public void merge(CappedCount other) {
    more |= other.more;
    for (int i = 0; i < other.kept.size(); i++) {
      add(other.kept.get(i));
    }
  }

  private int count() {
    return more ? most + 1 : kept.size();
  }

  @Override
  public void result(ColumnBuilder out) {
    out.appendLong(count());
  }

  @Override
  public void write(BytesBuffer out) {
    out.write(count());
    for (int i = 0; i < kept.size() && !more; i++) {
      StateBytes.writeBytes(out, kept.get(i), width);
    }
  }

  @Override
  public void read(StateReader in) {
    int count = in.readByte() & 0xff;
    more = count > most;
    for (int i = 0; i < count && !more; i++) {
      kept.add(in.readBytes(width));
    }
  }
}
