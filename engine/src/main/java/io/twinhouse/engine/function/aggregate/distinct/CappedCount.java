// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.distinct;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.LongList;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;

/** uniqUpTo: the number of different values, as long as there are few. */
final class CappedCount implements GroupObject<CappedCount> {

  private final CappedKeys keys;
  private final int most;
  private final LongList low;
  private final LongList high;
  private boolean more;

  CappedCount(CappedKeys keys, int most, Reservation memory) {
    this.keys = keys;
    this.most = most;
    low = new LongList(memory);
    high = new LongList(memory);
  }

  @Override
  public void add(RowInput in, int row) {
    if (!more) {
      add(keys.low(in, row), keys.high(in, row));
    }
  }

  private void add(long lowWord, long highWord) {
    if (more || contains(lowWord, highWord)) {
      return;
    }
    if (low.size() == most) {
      more = true;
      return;
    }
    low.add(lowWord);
    if (isWide()) {
      high.add(highWord);
    }
  }

  private boolean contains(long lowWord, long highWord) {
    for (int i = 0; i < low.size(); i++) {
      if (low.get(i) == lowWord && (!isWide() || high.get(i) == highWord)) {
        return true;
      }
    }
    return false;
  }

  private boolean isWide() {
    return keys.bytes() > Long.BYTES;
  }

  @Override
  public void merge(CappedCount other) {
    more |= other.more;
    for (int i = 0; i < other.low.size(); i++) {
      add(other.low.get(i), isWide() ? other.high.get(i) : 0);
    }
  }

  private int count() {
    return more ? most + 1 : low.size();
  }

  @Override
  public void result(ColumnBuilder out) {
    out.appendLong(count());
  }

  @Override
  public void write(BytesBuffer out) {
    out.write(count());
    for (int i = 0; i < low.size() && !more; i++) {
      StateBytes.writeBytes(out, low.get(i), Math.min(keys.bytes(), Long.BYTES));
      if (isWide()) {
        StateBytes.writeLong(out, high.get(i));
      }
    }
  }

  @Override
  public void read(StateReader in) {
    int count = in.readByte() & 0xff;
    more = count > most;
    for (int i = 0; i < count && !more; i++) {
      add(in.readBytes(Math.min(keys.bytes(), Long.BYTES)), isWide() ? in.readLong() : 0);
    }
  }
}
