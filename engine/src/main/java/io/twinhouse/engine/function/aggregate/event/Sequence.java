// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.event;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.PairList;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;

/** sequenceMatch and its kin: events with their times, of which a pattern is looked for. */
final class Sequence implements GroupObject<Sequence> {

  /** What is told of the events. */
  enum Answer {
    WHETHER,
    HOW_OFTEN,
    WHEN
  }

  private final SequencePattern pattern;
  private final Answer answer;
  private final int width;
  private final PairList events;
  private boolean sorted = true;

  /**
   * @param width bytes of a time
   */
  Sequence(SequencePattern pattern, Answer answer, int width, Reservation memory) {
    this.pattern = pattern;
    this.answer = answer;
    this.width = width;
    events = new PairList(memory);
  }

  @Override
  public void add(RowInput in, int row) {
    long held = 0;
    for (int i = 1; i < in.size(); i++) {
      held |= in.word(i, row) != 0 ? 1L << (i - 1) : 0;
    }
    if (held != 0) {
      add(in.word(0, row), held);
    }
  }

  private void add(long time, long held) {
    int size = events.size();
    sorted &= size == 0 || Long.compareUnsigned(events.first(size - 1), time) <= 0;
    events.add(time, held);
  }

  @Override
  public void merge(Sequence other) {
    for (int i = 0; i < other.events.size(); i++) {
      add(other.events.first(i), other.events.second(i));
    }
  }

  private void sort() {
    if (!sorted) {
      events.sort((a, b) -> Long.compareUnsigned(a[0], b[0]));
      sorted = true;
    }
  }

  /** Times and conditions of all events, laid out for the search. */
  @Override
  public long resultBytes() {
    return 2L * Long.BYTES * events.size();
  }

  @Override
  public void result(ColumnBuilder out) {
    sort();
    long[] times = new long[events.size()];
    long[] held = new long[events.size()];
    for (int i = 0; i < times.length; i++) {
      times[i] = events.first(i);
      held[i] = events.second(i);
    }
    SequenceSearch search = new SequenceSearch(pattern, times, held);
    switch (answer) {
      case WHETHER -> out.appendLong(search.next() ? 1 : 0);
      case HOW_OFTEN -> {
        long found = 0;
        while (!search.atEnd() && search.next()) {
          found++;
        }
        out.appendLong(found);
      }
      case WHEN -> {
        int[] found = search.furthest();
        if (found == null) {
          throw new TwinhouseException(
              ErrorCode.NOT_IMPLEMENTED,
              "sequenceMatchEvents is not implemented for events that do not match the pattern; ask"
                  + " for sequenceMatch first");
        }
        for (int event : found) {
          out.elements().appendLong(times[event]);
        }
        out.endRow();
      }
    }
  }

  @Override
  public void write(BytesBuffer out) {
    out.write(0);
    StateBytes.writeLong(out, events.size());
    for (int i = 0; i < events.size(); i++) {
      StateBytes.writeBytes(out, events.first(i), width);
      StateBytes.writeLong(out, events.second(i));
    }
  }

  @Override
  public void read(StateReader in) {
    in.readByte();
    long size = in.readLong();
    for (long i = 0; i < size; i++) {
      long time = in.readBytes(width);
      add(time, in.readLong());
    }
  }
}
