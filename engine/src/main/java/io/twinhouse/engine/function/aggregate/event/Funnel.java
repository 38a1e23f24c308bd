// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.event;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.Numbers;
import io.twinhouse.engine.function.aggregate.object.PairList;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;
import java.util.Comparator;

/** windowFunnel: how many conditions were met one after the other within the window. */
final class Funnel implements GroupObject<Funnel> {

  private final FunnelMode mode;
  private final Numbers times;

  /** Times with the number of the condition, from 1 on; 0 is a row that meets none. */
  private final PairList events;

  private boolean sorted = true;

  Funnel(FunnelMode mode, Numbers times, Reservation memory) {
    this.mode = mode;
    this.times = times;
    events = new PairList(memory);
  }

  @Override
  public void add(RowInput in, int row) {
    long time = in.word(0, row);
    boolean any = false;
    // From the last condition on, so that a row cannot follow itself.
    for (int condition = mode.conditions(); condition > 0; condition--) {
      if (in.word(condition, row) != 0) {
        append(time, condition);
        any = true;
      }
    }
    if (mode.order() && !any) {
      append(time, 0);
    }
  }

  private void append(long time, int condition) {
    int last = events.size() - 1;
    if (sorted && last >= 0) {
      int order = times.compare(events.first(last), time);
      sorted = order < 0 || (order == 0 && events.second(last) <= condition);
    }
    events.add(time, condition);
  }

  @Override
  public void merge(Funnel other) {
    if (other.events.size() > 0) {
      events.addAll(other.events);
      sorted = false;
      sort();
    }
  }

  private void sort() {
    if (!sorted) {
      Comparator<long[]> order = (a, b) -> times.compare(a[0], b[0]);
      events.sort(order.thenComparingLong(pair -> pair[1]));
      sorted = true;
    }
  }

  @Override
  public void result(ColumnBuilder out) {
    out.appendLong(level());
  }

  private int level() {
    if (events.size() == 0) {
      return 0;
    }
    if (!mode.order() && mode.conditions() == 1) {
      return 1;
    }
    sort();
    FunnelWalk walk = new FunnelWalk(mode);
    for (int i = 0; i < events.size(); i++) {
      int level = walk.take(events.first(i), (int) events.second(i) - 1);
      if (level != FunnelWalk.GOES_ON) {
        return level;
      }
    }
    return walk.highest();
  }

  @Override
  public void write(BytesBuffer out) {
    out.write(sorted ? 1 : 0);
    StateBytes.writeLong(out, events.size());
    for (int i = 0; i < events.size(); i++) {
      times.write(events.first(i), out);
      out.write((int) events.second(i));
    }
  }

  @Override
  public void read(StateReader in) {
    sorted = in.readByte() != 0;
    for (long left = in.readLong(); left > 0; left--) {
      long time = times.read(in);
      events.add(time, in.readByte());
    }
  }
}
