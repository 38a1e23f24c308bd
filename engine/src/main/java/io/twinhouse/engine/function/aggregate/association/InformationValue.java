// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.association;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.function.exact.Exponential;
import io.twinhouse.engine.memory.Reservation;

/** categoricalInformationValue: how much each of several categories tells of the last argument. */
final class InformationValue implements GroupObject<InformationValue> {

  private final int categories;

  /** Rows of each category, then all: at even places those without the tag, then those with it. */
  private final long[] counts;

  InformationValue(int categories, Reservation memory) {
    this.categories = categories;
    memory.grow(16L * (categories + 2L));
    counts = new long[2 * (categories + 1)];
  }

  @Override
  public void add(RowInput in, int row) {
    int tag = in.word(categories, row) == 0 ? 0 : 1;
    for (int i = 0; i < categories; i++) {
      if (in.word(i, row) != 0) {
        counts[2 * i + tag]++;
      }
    }
    counts[2 * categories + tag]++;
  }

  @Override
  public void merge(InformationValue other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
  }

  @Override
  public void result(ColumnBuilder out) {
    double without = counts[2 * categories];
    double with = counts[2 * categories + 1];
    for (int i = 0; i < categories; i++) {
      double no = counts[2 * i] / without;
      double yes = counts[2 * i + 1] / with;
      out.elements().appendDouble((no - yes) * Exponential.log(no / yes));
    }
    out.endRow();
  }

  @Override
  public void write(BytesBuffer out) {
    for (long count : counts) {
      StateBytes.writeLong(out, count);
    }
  }

  @Override
  public void read(StateReader in) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] = in.readLong();
    }
  }
}
