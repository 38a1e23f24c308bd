// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.grid;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.Numbers;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;

/** The samples of a group by time: all of them, or the last two, the last one first. */
final class SeriesState implements GroupObject<SeriesState> {

  private static final int VERSION = 1;

  private final Numbers times;
  private final Numbers values;
  private final int most;
  private final Samples samples;

  SeriesState(Numbers times, Numbers values, int most, Reservation memory) {
    this.times = times;
    this.values = values;
    this.most = most;
    samples = new Samples(memory);
  }

  private boolean isWhole() {
    return most == Integer.MAX_VALUE;
  }

  @Override
  public void add(RowInput in, int row) {
    samples.add(in, row, time -> true);
    shorten();
  }

  /** Keeps what can still be among the last ones. */
  private void shorten() {
    if (!isWhole() && samples.size() > 16 * most) {
      samples.sort();
      samples.keepLast(most);
    }
  }

  @Override
  public void merge(SeriesState other) {
    samples.addAll(other.samples);
    shorten();
  }

  private void settle() {
    samples.sort();
    if (!isWhole()) {
      samples.keepLast(most);
    }
  }

  /** Which sample comes {@code index}-th. */
  private int place(int index) {
    return isWhole() ? index : samples.size() - 1 - index;
  }

  @Override
  public void result(ColumnBuilder out) {
    settle();
    ColumnBuilder pairs = out.elements();
    for (int i = 0; i < samples.size(); i++) {
      pairs.element(0).appendLong(samples.time(place(i)));
      pairs.element(1).appendDouble(samples.value(place(i)));
      pairs.endRow();
    }
    out.endRow();
  }

  @Override
  public void write(BytesBuffer out) {
    settle();
    StateBytes.writeBytes(out, VERSION, Short.BYTES);
    if (isWhole()) {
      StateBytes.writeLong(out, samples.size());
      for (int i = 0; i < samples.size(); i++) {
        times.write(samples.time(i), out);
        values.write(samples.bits(i), out);
      }
      return;
    }
    StateBytes.writeBytes(out, samples.size(), Short.BYTES);
    for (int i = 0; i < samples.size(); i++) {
      times.write(samples.time(place(i)), out);
    }
    for (int i = 0; i < samples.size(); i++) {
      values.write(samples.bits(place(i)), out);
    }
  }

  @Override
  public void read(StateReader in) {
    if (in.readBytes(Short.BYTES) != VERSION) {
      throw new TwinhouseException(
          ErrorCode.INCORRECT_DATA, "Cannot deserialize data with different format version");
    }
    if (isWhole()) {
      long count = in.readLong();
      for (long i = 0; i < count; i++) {
        long time = times.read(in);
        samples.add(time, Double.longBitsToDouble(values.read(in)));
      }
      return;
    }
    long[] read = new long[(int) Math.min(most, in.readBytes(Short.BYTES))];
    for (int i = 0; i < read.length; i++) {
      read[i] = times.read(in);
    }
    for (long time : read) {
      samples.add(time, Double.longBitsToDouble(values.read(in)));
    }
  }
}
