// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.buffer;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.Dictionary;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Longs; hashes of entries stay ids while every row came from the same dictionary, with room to
 * write them out.
 */
final class LongColumnBuffer implements ColumnBuffer {

  private static final long[] NONE = {};
  private static final int[] NO_IDS = {};

  private final Reservation memory;
  private final NullFlags nulls;
  private long[] values = NONE;
  private int[] ids = NO_IDS;
  private @Nullable Dictionary hashed;
  private int size;

  LongColumnBuffer(Reservation memory) {
    this.memory = memory;
    nulls = new NullFlags(memory);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void reset() {
    size = 0;
    hashed = null;
    nulls.reset();
  }

  @Override
  public void expect(int count) {
    ensure(count);
  }

  @Override
  public void append(Column source, int from, int count) {
    ensure(count);
    if (source instanceof ConstantColumn constant) {
      appendConstant(constant, count);
      return;
    }
    LongColumn longs = (LongColumn) source;
    if (acceptsIds(longs)) {
      System.arraycopy(longs.ids(), from, ids, size, count);
    } else {
      becomePlain();
      System.arraycopy(longs.values(), from, values, size, count);
    }
    nulls.append(source.nulls(), from, size, count, values.length);
    size += count;
  }

  @Override
  public void append(Column source, int[] rows, int from, int count) {
    ensure(count);
    if (source instanceof ConstantColumn constant) {
      appendConstant(constant, count);
      return;
    }
    LongColumn longs = (LongColumn) source;
    int offset = size;
    if (acceptsIds(longs)) {
      int[] lane = longs.ids();
      int[] target = ids;
      for (int i = 0; i < count; i++) {
        target[offset + i] = lane[rows[from + i]];
      }
    } else {
      becomePlain();
      long[] lane = longs.values();
      long[] target = values;
      for (int i = 0; i < count; i++) {
        target[offset + i] = lane[rows[from + i]];
      }
    }
    nulls.append(source.nulls(), rows, from, size, count, values.length);
    size += count;
  }

  private boolean acceptsIds(LongColumn source) {
    if (size == 0 && source.hashed() != null && source.nulls() == null) {
      hashed = source.hashed();
    }
    boolean accepted = hashed != null && hashed == source.hashed() && source.nulls() == null;
    if (accepted && ids.length < values.length) {
      memory.grow(4L * values.length);
      int[] grown = Arrays.copyOf(ids, values.length);
      memory.shrink(4L * ids.length);
      ids = grown;
    }
    return accepted;
  }

  /** A row that is no hash of an entry is about to come. */
  private void becomePlain() {
    Dictionary entries = hashed;
    if (entries != null) {
      for (int row = 0; row < size; row++) {
        values[row] = entries.sipHash64(ids[row]);
      }
      hashed = null;
    }
  }

  private void appendConstant(ConstantColumn constant, int count) {
    if (constant.value().isNull(0)) {
      appendNulls(count);
      return;
    }
    becomePlain();
    Arrays.fill(values, size, size + count, ((LongColumn) constant.value()).values()[0]);
    nulls.appendClear(size, count, values.length);
    size += count;
  }

  @Override
  public void appendDefaults(int count) {
    ensure(count);
    becomePlain();
    Arrays.fill(values, size, size + count, 0);
    nulls.appendClear(size, count, values.length);
    size += count;
  }

  @Override
  public void appendNulls(int count) {
    ensure(count);
    becomePlain();
    Arrays.fill(values, size, size + count, 0);
    nulls.appendSet(size, count, values.length);
    size += count;
  }

  @Override
  public Column column() {
    return hashed == null
        ? LongColumn.of(values, size, nulls.mask())
        : LongColumn.ofSipHashes(ids, hashed, size, nulls.mask(), values);
  }

  @Override
  public Column take() {
    int length = Capacity.trimmed(size, values.length);
    if (length < values.length) {
      memory.grow(8L * length);
      long[] exact = Arrays.copyOf(values, length);
      memory.shrink(8L * values.length);
      values = exact;
    }
    Column taken =
        hashed == null
            ? LongColumn.of(values, size, nulls.take())
            : LongColumn.ofSipHashes(ids, hashed, size, nulls.take(), values);
    if (hashed != null) {
      ids = NO_IDS;
      hashed = null;
    }
    values = NONE;
    size = 0;
    return taken;
  }

  private void ensure(int count) {
    if (size + count > values.length) {
      int length = Capacity.grown(values.length, (long) size + count);
      memory.grow(8L * length);
      long[] grown = new long[length];
      System.arraycopy(values, 0, grown, 0, size);
      memory.shrink(8L * values.length);
      values = grown;
    }
  }
}
