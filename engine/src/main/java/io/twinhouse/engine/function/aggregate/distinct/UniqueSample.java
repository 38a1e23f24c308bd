// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.distinct;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.GroupInts;
import io.twinhouse.engine.function.aggregate.state.RowNumbers;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * uniq, by ClickHouse's adaptive sampling: a set of 32-bit hashes; when there are more than 65,536
 * of them only those divisible by the next power of two are kept. What is kept depends on the set
 * of values alone, not on their order or on how they were spread, so that the estimate is
 * ClickHouse's, number for number.
 */
final class UniqueSample implements Accumulator {

  private static final int MOST = 1 << 16;
  private static final double HASHES = 4294967296.0;

  private final HashedValues values;
  private final IntSets sets;
  private final GroupInts degrees;
  private final RowNumbers hashes;

  UniqueSample(List<Type> types, Reservation memory) {
    values = new HashedValues(types, memory);
    sets = new IntSets(memory);
    degrees = new GroupInts(memory);
    hashes = new RowNumbers(memory);
  }

  @Override
  public void resize(int groups) {
    sets.resize(groups);
    degrees.resize(groups);
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    int[] read = hashes.of(rows);
    values.read(arguments, rows, read);
    for (int row = 0; row < rows; row++) {
      if (groups[row] >= 0) {
        add(groups[row], read[row]);
      }
    }
  }

  private void add(int group, int hash) {
    int degree = degrees.values()[group];
    if ((hash & (1 << degree) - 1) == 0) {
      sets.add(hash, group, 0);
      if (sets.size(group) > MOST) {
        raise(group, degree + 1);
      }
    }
  }

  /** Keeps one in two of the hashes kept so far, until they are few enough. */
  private void raise(int group, int least) {
    int[] kept = new int[sets.size(group)];
    int[] end = {0};
    sets.forEach(group, hash -> kept[end[0]++] = hash);
    int degree = least - 1;
    int count;
    do {
      degree++;
      count = 0;
      for (int hash : kept) {
        count += (hash & (1 << degree) - 1) == 0 ? 1 : 0;
      }
    } while (count > MOST);
    sets.clear(group);
    degrees.values()[group] = degree;
    for (int hash : kept) {
      if ((hash & (1 << degree) - 1) == 0) {
        sets.add(hash, group, 0);
      }
    }
  }

  @Override
  public void merge(Accumulator other, int[] target, int groups) {
    UniqueSample states = (UniqueSample) other;
    for (int group = 0; group < groups; group++) {
      int into = target[group];
      raiseTo(into, states.degrees.values()[group]);
      states.sets.forEach(group, hash -> add(into, hash));
    }
  }

  private void raiseTo(int group, int degree) {
    if (degree > degrees.values()[group]) {
      raise(group, degree);
    }
  }

  @Override
  public Column results(int from, int count) {
    long[] estimates = new long[count];
    for (int i = 0; i < count; i++) {
      estimates[i] = estimate(sets.size(from + i), degrees.values()[from + i]);
    }
    return LongColumn.of(estimates, count, null);
  }

  private static long estimate(int size, int degree) {
    if (degree == 0) {
      return size;
    }
    long scaled = (long) size << degree;
    scaled += crc(size) & (1L << degree) - 1;
    // Values that share a hash are counted once; this puts them back.
    return Math.round(HASHES * (Math.log(HASHES) - Math.log(HASHES - scaled)));
  }

  /** The CRC-32C instruction over eight bytes, from all ones and not inverted at the end. */
  private static long crc(long value) {
    CRC32C crc = new CRC32C();
    for (int i = 0; i < 8; i++) {
      crc.update((int) (value >>> 8 * i));
    }
    return ~crc.getValue() & 0xffffffffL;
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    out.write(degrees.values()[group]);
    StateBytes.writeVarint(out, sets.size(group));
    sets.forEach(group, hash -> StateBytes.writeBytes(out, hash, 4));
  }

  @Override
  public void mergeState(int group, StateReader in) {
    raiseTo(group, in.readByte());
    for (long left = in.readVarint(); left > 0; left--) {
      add(group, (int) in.readBytes(4));
    }
  }
}
