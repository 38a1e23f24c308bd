// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.quantile;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.Numbers;
import io.twinhouse.engine.function.aggregate.object.PairList;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.function.hash.IntHash;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;

/** quantileDeterministic: over a sample that a second argument draws. */
final class DeterministicQuantile extends LevelState<DeterministicQuantile> {

  private static final int MOST = 8192;

  private final Numbers numbers;
  private final int width;
  private final PairList samples;
  private long total;
  private int degree;

  DeterministicQuantile(Levels levels, Type base, Type single, int width, Reservation memory) {
    super(levels, single);
    this.width = width;
    numbers = new Numbers(base);
    samples = new PairList(memory);
  }

  @Override
  public void add(RowInput in, int row) {
    long value = in.bits(0, row);
    if (Double.isNaN(numbers.toDouble(value))) {
      return;
    }
    add(value, IntHash.mixed(in.word(1, row)) & 0xffffffffL);
    total++;
  }

  private boolean drawn(long hash) {
    return (hash & (1L << degree) - 1) == 0;
  }

  private void add(long value, long hash) {
    if (drawn(hash)) {
      samples.add(value, hash);
      while (samples.size() > MOST) {
        degree++;
        thinOut();
      }
    }
  }

  private void thinOut() {
    int kept = 0;
    for (int i = 0; i < samples.size(); i++) {
      if (drawn(samples.second(i))) {
        samples.setFirst(kept, samples.first(i));
        samples.setSecond(kept++, samples.second(i));
      }
    }
    samples.truncate(kept);
  }

  @Override
  public void merge(DeterministicQuantile other) {
    if (other.degree > degree) {
      degree = other.degree;
      thinOut();
    }
    for (int i = 0; i < other.samples.size(); i++) {
      add(other.samples.first(i), other.samples.second(i));
    }
    total += other.total;
  }

  @Override
  double quantile(double level) {
    int size = samples.size();
    if (size == 0) {
      return Double.NaN;
    }
    double[] sorted = new double[size];
    for (int i = 0; i < size; i++) {
      sorted[i] = numbers.toDouble(samples.first(i));
    }
    Arrays.sort(sorted);
    double index = Math.max(0, Math.min(size - 1.0, level * (size - 1.0)));
    int left = (int) index;
    if (left + 1 == size) {
      return sorted[left];
    }
    return sorted[left] * (left + 1 - index) + sorted[left + 1] * (index - left);
  }

  @Override
  public void write(BytesBuffer out) {
    StateBytes.writeLong(out, samples.size());
    StateBytes.writeLong(out, total);
    for (int i = 0; i < samples.size(); i++) {
      numbers.write(samples.first(i), out);
      StateBytes.writeBytes(out, 0, Math.max(0, 4 - width));
      StateBytes.writeBytes(out, samples.second(i), 4);
      StateBytes.writeBytes(out, 0, width == 8 ? 4 : 0);
    }
  }

  @Override
  public void read(StateReader in) {
    long size = in.readLong();
    total = in.readLong();
    for (long i = 0; i < size; i++) {
      long value = numbers.read(in);
      in.skip(Math.max(0, 4 - width));
      long hash = in.readBytes(4);
      in.skip(width == 8 ? 4 : 0);
      add(value, hash);
    }
  }
}
